package org.alongside.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.ServiceId;

/** A referral as the caller may see it: the card alone, or the card and the case behind it. */
public sealed interface ReferralView {
    Card card();

    /** Grows with every change of what is shown here. */
    int version();

    /** What the recipient sees before accepting, and a coordinator ever: codes only, no identity, no case. */
    record CardOnly(Card card) implements ReferralView {
        @Override
        public int version() {
            return card.version();
        }
    }

    /**
     * What both parties see when the file is open to them.
     *
     * @param consent the consent it is asked under, for the sender alone
     * @param sentBackReason why a second person sent it back, in words, for the sender alone
     * @param nextOpen whether the sender still has to choose the next provider
     */
    record Whole(
            Card card,
            CaseId caseId,
            String caseCode,
            Optional<ConsentId> consent,
            String message,
            Approval approval,
            Optional<String> approvalReason,
            Optional<Instant> approvedAt,
            Optional<String> sentBackReason,
            boolean reviewOpen,
            boolean nextOpen,
            boolean safetyCheckOpen,
            boolean submittedByMe,
            Optional<String> feedback,
            int version)
            implements ReferralView {}

    /** The card. Instants in UTC; codes of the lists named in {@code NewReferral} and {@code NewCase}. */
    record Card(
            ReferralId id,
            ReferralStatus status,
            OrganisationId sender,
            String senderName,
            OrganisationId recipient,
            String recipientName,
            ServiceId service,
            String serviceName,
            String serviceType,
            Urgency urgency,
            String ageBand,
            String sex,
            boolean child,
            String language,
            String interpreter,
            List<String> accessibility,
            String region,
            List<String> constraints,
            Set<Category> categories,
            Times times,
            Optional<String> question,
            Optional<String> answer,
            Optional<String> declineReason,
            Optional<String> outcome,
            Optional<String> revokeReason,
            int version) {}

    /** When what happened or is due; a status is never stored without its instant. */
    record Times(
            Instant submittedAt,
            Optional<Instant> sentAt,
            Optional<Instant> respondBy,
            Optional<Instant> expiresAt,
            Optional<Instant> remindedAt,
            Optional<Instant> escalatedAt,
            Optional<Instant> receivedAt,
            Optional<Instant> askedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> waitlistedAt,
            Optional<Instant> waitlistReviewAt,
            Optional<Instant> acceptedAt,
            Optional<Instant> contactBy,
            Optional<Instant> declinedAt,
            Optional<Instant> firstContactAt,
            Optional<Instant> notAttendedAt,
            Optional<Instant> completedAt,
            Optional<Instant> revokedAt,
            Optional<Instant> survivorDeclinedAt,
            Optional<Instant> expiredAt) {}
}
