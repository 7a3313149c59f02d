package org.alongside.workflows;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.referral.Approval;
import org.alongside.referral.ReferralEvent.AgreementRenewed;
import org.alongside.referral.ReferralEvent.DeclinedBySurvivor;
import org.alongside.referral.ReferralEvent.EmergencyReviewed;
import org.alongside.referral.ReferralEvent.EnteredInError;
import org.alongside.referral.ReferralEvent.FirstContactMade;
import org.alongside.referral.ReferralEvent.NextProviderChosen;
import org.alongside.referral.ReferralEvent.NotAttended;
import org.alongside.referral.ReferralEvent.QuestionAnswered;
import org.alongside.referral.ReferralEvent.QuestionAsked;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.referral.ReferralEvent.ReferralApproved;
import org.alongside.referral.ReferralEvent.ReferralCompleted;
import org.alongside.referral.ReferralEvent.ReferralDeclined;
import org.alongside.referral.ReferralEvent.ReferralRevoked;
import org.alongside.referral.ReferralEvent.ReferralSent;
import org.alongside.referral.ReferralEvent.ReferralSentBack;
import org.alongside.referral.ReferralEvent.ReferralSubmitted;
import org.alongside.referral.ReferralEvent.ReferralWaitlisted;
import org.alongside.referral.ReferralEvent.RenewalAsked;
import org.alongside.referral.ReferralEvent.SafetyChecked;
import org.alongside.referral.Urgency;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.worklist.Journeys.Standing;

/** One referral from Harbour Light to Cedar House, told step by step as its people act. */
final class Story {
    final ReferralId referral = ReferralId.random();
    private final World world;
    private final Urgency urgency;
    private final String serviceType;

    private Story(World world, Urgency urgency, String serviceType) {
        this.world = world;
        this.urgency = urgency;
        this.serviceType = serviceType;
    }

    static Story submitted(World world, Urgency urgency, Approval approval) {
        return new Story(world, urgency, "SHELTER").submit(approval);
    }

    /** Sent without approval to a service of this type. */
    static Story sent(World world, Urgency urgency, String serviceType) {
        return new Story(world, urgency, serviceType).submit(Approval.NONE).send();
    }

    /** Sent without approval. */
    static Story sent(World world, Urgency urgency) {
        return submitted(world, urgency, Approval.NONE).send();
    }

    Story submit(Approval approval) {
        world.referrals.submitted(new ReferralSubmitted(
                referral,
                CaseId.random(),
                World.HARBOUR_LIGHT,
                World.CEDAR_HOUSE,
                serviceType,
                urgency,
                approval,
                world.now()));
        return this;
    }

    Story approve() {
        world.referrals.approved(new ReferralApproved(referral, world.now()));
        return this;
    }

    Story sendBack() {
        world.referrals.sentBack(new ReferralSentBack(referral, world.now()));
        return this;
    }

    Story review() {
        world.referrals.reviewed(new EmergencyReviewed(referral, world.now()));
        return this;
    }

    Story send() {
        world.referrals.sent(new ReferralSent(referral, world.times(urgency), world.now()));
        return this;
    }

    Story ask() {
        world.referrals.asked(new QuestionAsked(referral, world.now()));
        return this;
    }

    Story answerQuestion() {
        world.referrals.answered(new QuestionAnswered(referral, world.now()));
        return this;
    }

    Story accept() {
        world.referrals.accepted(new ReferralAccepted(referral, world.now().plus(Duration.ofHours(24)), world.now()));
        return this;
    }

    Story decline() {
        world.referrals.declined(new ReferralDeclined(referral, "NO_CAPACITY", world.now()));
        return this;
    }

    Story waitlist() {
        world.referrals.waitlisted(new ReferralWaitlisted(referral, world.now().plus(Duration.ofDays(3)), world.now()));
        return this;
    }

    Story meet() {
        world.referrals.firstContact(new FirstContactMade(referral, world.now()));
        return this;
    }

    Story missAppointment() {
        world.referrals.notAttended(new NotAttended(referral, world.now().plus(Duration.ofHours(24)), world.now()));
        return this;
    }

    Story complete() {
        world.referrals.completed(new ReferralCompleted(referral, world.now()));
        return this;
    }

    Story revoke() {
        world.referrals.revoked(new ReferralRevoked(referral, "SENDER", world.now()));
        return this;
    }

    Story survivorDeclines() {
        world.referrals.declinedBySurvivor(new DeclinedBySurvivor(referral, world.now()));
        return this;
    }

    Story enterInError() {
        world.referrals.enteredInError(new EnteredInError(referral, world.now()));
        return this;
    }

    Story askToRenew() {
        world.referrals.renewalAsked(new RenewalAsked(referral, world.now().plus(Duration.ofDays(14)), world.now()));
        return this;
    }

    Story renew() {
        world.referrals.renewed(new AgreementRenewed(referral, world.now()));
        return this;
    }

    Story chooseNext() {
        world.referrals.nextProviderChosen(new NextProviderChosen(referral, world.now()));
        return this;
    }

    Story checkSafety() {
        world.referrals.safetyChecked(new SafetyChecked(referral, world.now()));
        return this;
    }

    List<String> waiting() {
        return world.waiting(id());
    }

    boolean ended() {
        return world.ended(id());
    }

    Standing standing() {
        return world.journeys.of(id()).orElseThrow();
    }

    UUID id() {
        return referral.value();
    }
}
