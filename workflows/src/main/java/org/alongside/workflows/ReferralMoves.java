package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Role;
import org.alongside.organisation.Partners;
import org.alongside.referral.Approval;
import org.alongside.referral.Deadlines;
import org.alongside.referral.ReferralEvent;
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
import org.alongside.referral.ReferralEvent.ReferralExpired;
import org.alongside.referral.ReferralEvent.ReferralRevoked;
import org.alongside.referral.ReferralEvent.ReferralSent;
import org.alongside.referral.ReferralEvent.ReferralSentBack;
import org.alongside.referral.ReferralEvent.ReferralSubmitted;
import org.alongside.referral.ReferralEvent.ReferralWaitlisted;
import org.alongside.referral.ReferralEvent.RenewalAsked;
import org.alongside.referral.ReferralEvent.SafetyChecked;
import org.alongside.shared.OrganisationId;
import org.alongside.worklist.TaskGroup;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Moves the process of a referral when something happened to it, in the same transaction.
 * Acts that only end a wait (a review, a renewal, a next provider, a safety check, an error noted) are let pass where nothing waits;
 * all others must find their step, see {@link RunningProcesses}. Taking up a card moves nothing: the clock runs on.
 */
@Dependent
public class ReferralMoves {
    /** An emergency that went at once is reviewed within a day (DOMAIN 5.3). */
    private static final Duration REVIEW_WITHIN = Duration.ofHours(24);

    /** The two places where a recipient's answer is awaited. */
    private static final String[] ANSWER = {"answer", "review-waiting-list"};

    private static final Set<Role> SUPERVISING = Set.of(Role.SUP, Role.SHM);

    private final RunningProcesses processes;
    private final Deadlines deadlines;
    private final Partners partners;

    @Inject
    public ReferralMoves(@OfTheHouse ProcessEngine engine, Deadlines deadlines, Partners partners) {
        this.processes = new RunningProcesses(engine);
        this.deadlines = deadlines;
        this.partners = partners;
    }

    /** What was sent back and is handed in again, changed, takes its way anew. */
    void submitted(@Observes ReferralSubmitted event) {
        processes.completeIfWaiting(id(event), Map.of(), "change");
        Map<String, Object> variables = new HashMap<>();
        variables.put("referralId", event.referral().toString());
        variables.put("sender", event.sender().toString());
        variables.put("recipient", event.recipient().toString());
        variables.put("answerers", answerers(event.recipient(), event.serviceType()));
        variables.put("urgency", event.urgency().name());
        variables.put("approval", event.approval().name());
        variables.put("reviewed", false);
        if (event.approval() == Approval.BEFORE) {
            Duration within = deadlines.forReferral(event.urgency()).respondWithin();
            variables.put("approveBy", EngineTime.notBefore(event.at().plus(within)));
        }
        if (event.approval() == Approval.AFTER) {
            variables.put("reviewBy", EngineTime.notBefore(event.at().plus(REVIEW_WITHIN)));
        }
        processes.start("referral", id(event), variables);
    }

    void approved(@Observes ReferralApproved event) {
        processes.mustComplete(id(event), Map.of("approved", true), "approve");
    }

    void sentBack(@Observes ReferralSentBack event) {
        processes.mustComplete(id(event), Map.of("approved", false), "approve");
    }

    void reviewed(@Observes EmergencyReviewed event) {
        processes.completeIfWaiting(id(event), Map.of("reviewed", true), "review", "review-stopped");
    }

    void sent(@Observes ReferralSent event) {
        var times = event.times();
        processes.mustTell(
                id(event),
                "ReferralSent",
                Map.of(
                        "remindAt", passing(EngineTime.notBefore(times.remindAt())),
                        "respondBy", EngineTime.notBefore(times.respondBy()),
                        "escalateAt", passing(EngineTime.notBefore(times.escalateAt())),
                        "expiresAt", EngineTime.notBefore(times.expiresAt())));
    }

    void asked(@Observes QuestionAsked event) {
        processes.mustTell(id(event), "QuestionAsked", Map.of());
    }

    void answered(@Observes QuestionAnswered event) {
        processes.mustComplete(id(event), Map.of(), "answer-question");
    }

    void waitlisted(@Observes ReferralWaitlisted event) {
        Map<String, Object> variables =
                Map.of("answer", "WAITLISTED", "reviewAt", EngineTime.notBefore(event.reviewAt()));
        processes.mustComplete(id(event), variables, ANSWER);
    }

    /** From the waiting list, too; then the next provider is no longer looked for. */
    void accepted(@Observes ReferralAccepted event) {
        Map<String, Object> variables =
                Map.of("answer", "ACCEPTED", "contactBy", passing(EngineTime.notBefore(event.contactBy())));
        processes.mustComplete(id(event), variables, ANSWER);
        processes.tellIfWaiting(id(event), "PlaceFound", Map.of());
    }

    void declined(@Observes ReferralDeclined event) {
        processes.mustComplete(id(event), Map.of("answer", "DECLINED"), ANSWER);
        noLongerRenewed(event);
    }

    /** Told while the process itself lets the referral run out; without this note its step fails and is seen. */
    void expired(@Observes ReferralExpired event) {
        processes.mustNote(id(event), "answer", "EXPIRED");
    }

    void firstContact(@Observes FirstContactMade event) {
        processes.mustComplete(id(event), Map.of(), "first-contact");
    }

    void notAttended(@Observes NotAttended event) {
        processes.mustTell(id(event), "NotAttended", Map.of("checkBy", EngineTime.notBefore(event.checkBy())));
        noLongerRenewed(event);
    }

    void completed(@Observes ReferralCompleted event) {
        processes.mustComplete(id(event), Map.of(), "outcome");
        noLongerRenewed(event);
    }

    /** Where the process began before its model knew this step, the page of the referral asks alone. */
    void renewalAsked(@Observes RenewalAsked event) {
        processes.tellIfWaiting(
                id(event), "AgreementEnds", Map.of("agreedUntil", EngineTime.notBefore(event.agreedUntil())));
    }

    void renewed(@Observes AgreementRenewed event) {
        noLongerRenewed(event);
    }

    private void noLongerRenewed(ReferralEvent event) {
        processes.completeIfWaiting(id(event), Map.of(), "renew");
    }

    void revoked(@Observes ReferralRevoked event) {
        processes.mustTell(id(event), "ReferralStopped", Map.of());
    }

    void declinedBySurvivor(@Observes DeclinedBySurvivor event) {
        processes.mustTell(id(event), "ReferralStopped", Map.of());
    }

    void enteredInError(@Observes EnteredInError event) {
        processes.tellIfWaiting(id(event), "ReferralStopped", Map.of());
    }

    void nextProviderChosen(@Observes NextProviderChosen event) {
        processes.completeIfWaiting(id(event), Map.of(), "next-provider");
    }

    void safetyChecked(@Observes SafetyChecked event) {
        processes.completeIfWaiting(id(event), Map.of(), "safety-check");
    }

    /**
     * To whom of the recipient the answer is offered, and what follows from it: those who give this kind of service, and
     * those who supervise there. Where nobody said who gives it, to all who receive referrals.
     */
    private String answerers(OrganisationId recipient, String serviceType) {
        Set<Role> giving = partners.rolesServing(serviceType);
        return Stream.concat((giving.isEmpty() ? Role.RECEIVING : giving).stream(), SUPERVISING.stream())
                .distinct()
                .sorted()
                .map(role -> new TaskGroup(recipient, role.name()).toString())
                .collect(Collectors.joining(","));
    }

    /** An instant for the step that follows at once, for which nobody asks later: it is not kept. */
    private static TypedValue passing(Date at) {
        return Variables.dateValue(at, true);
    }

    private static UUID id(ReferralEvent event) {
        return event.referral().value();
    }
}
