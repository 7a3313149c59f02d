package org.alongside.referral;

import java.time.Instant;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;

/** What happened to a referral: ids, codes and instants only, told inside the transaction in which it happened. */
public sealed interface ReferralEvent {
    ReferralId referral();

    Instant at();

    /** Handed in by the sender; its process begins here. */
    record ReferralSubmitted(
            ReferralId referral,
            CaseId caseId,
            OrganisationId sender,
            OrganisationId recipient,
            String serviceType,
            Urgency urgency,
            Approval approval,
            Instant at)
            implements ReferralEvent {}

    /** A second person of the sender agreed. */
    record ReferralApproved(ReferralId referral, Instant at) implements ReferralEvent {}

    /** A second person of the sender sent it back to be changed. */
    record ReferralSentBack(ReferralId referral, Instant at) implements ReferralEvent {}

    /** A second person of the sender looked at an emergency after it was sent. */
    record EmergencyReviewed(ReferralId referral, Instant at) implements ReferralEvent {}

    /** The card reached the recipient, and the clock runs. */
    record ReferralSent(ReferralId referral, AnswerTimes times, Instant at) implements ReferralEvent {}

    /** Somebody of the recipient took it up; the clock runs on. */
    record ReferralReceived(ReferralId referral, Instant at) implements ReferralEvent {}

    /** The recipient asked a coded question; the clock runs on. */
    record QuestionAsked(ReferralId referral, Instant at) implements ReferralEvent {}

    /** The sender answered with a code. */
    record QuestionAnswered(ReferralId referral, Instant at) implements ReferralEvent {}

    /** No place now; the sender stays responsible and sees the next provider. Reviewed at {@code reviewAt}. */
    record ReferralWaitlisted(ReferralId referral, Instant reviewAt, Instant at) implements ReferralEvent {}

    /** The recipient agreed to help; the file is open to the agreed categories. First contact is due at {@code contactBy}. */
    record ReferralAccepted(ReferralId referral, Instant contactBy, Instant at) implements ReferralEvent {}

    /** The recipient said no, with a coded reason. */
    record ReferralDeclined(ReferralId referral, String reason, Instant at) implements ReferralEvent {}

    /** Nobody answered in time. */
    record ReferralExpired(ReferralId referral, Instant at) implements ReferralEvent {}

    /** The recipient met her for the first time. */
    record FirstContactMade(ReferralId referral, Instant at) implements ReferralEvent {}

    /** She did not attend. A safety check is due at {@code checkBy}. */
    record NotAttended(ReferralId referral, Instant checkBy, Instant at) implements HelpEnded {}

    /** The recipient finished and told the sender the outcome. */
    record ReferralCompleted(ReferralId referral, Instant at) implements HelpEnded {}

    /** The sender called it back, or the consent under it was withdrawn. */
    record ReferralRevoked(ReferralId referral, String reason, Instant at) implements HelpEnded {}

    /** The survivor does not want it any more. */
    record DeclinedBySurvivor(ReferralId referral, Instant at) implements HelpEnded {}

    /** It should never have been written; kept for the audit. */
    record EnteredInError(ReferralId referral, Instant at) implements HelpEnded {}

    /** The consent under it ends soon or has ended, at {@code agreedUntil}: the sender is asked to renew it. */
    record RenewalAsked(ReferralId referral, Instant agreedUntil, Instant at) implements ReferralEvent {}

    /** It goes on under a newer consent; what had closed is open again as far as she agreed this time. */
    record AgreementRenewed(ReferralId referral, Instant at) implements ReferralEvent {}

    /** The sender has dealt with a declined, expired or wait-listed referral: asked someone else, or decided not to. */
    record NextProviderChosen(ReferralId referral, Instant at) implements ReferralEvent {}

    /** The sender checked that she is safe after she did not attend. */
    record SafetyChecked(ReferralId referral, Instant at) implements ReferralEvent {}

    /** Help under a referral is over, or never began: nothing is planned under it any more. */
    sealed interface HelpEnded extends ReferralEvent {
        ReferralId referral();
    }
}
