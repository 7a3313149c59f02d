package org.alongside.identification;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.alongside.casefile.CaseFacts;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.closing.ClosingEvent.ReopenedTakenUp;
import org.alongside.consent.PurposeAnswered;
import org.alongside.disclosure.DisclosureEvent;
import org.alongside.disclosure.DisclosureEvent.NothingDisclosed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.identification.NotificationEvent.DutyBegan;
import org.alongside.identification.NotificationEvent.DutyEnded;
import org.alongside.shared.CaseId;

/** Begins and ends the time in which her refusal is to be notified, inside the transaction of what she said. */
@Dependent
public class DutyClock {
    private static final String IDENTIFICATION = "NRM_REFERRAL";

    @Inject
    Notifications notifications;

    @Inject
    CaseFacts survivors;

    @Inject
    Event<NotificationEvent> events;

    @Inject
    Event<DisclosureEvent> disclosed;

    /** A refusal begins it, anything else she says ends it. */
    void said(@Observes PurposeAnswered event) {
        if (IDENTIFICATION.equals(event.purpose())) {
            end(event.caseId());
            begin(event.caseId());
        }
    }

    /** What came to nothing is still asked for, in the time that is left. */
    void cameToNothing(@Observes NothingDisclosed event) {
        begin(event.caseId());
    }

    /** In a closed file nothing is asked; once it is taken up again, it is. */
    void closed(@Observes CaseClosed event) {
        end(event.caseId());
    }

    void takenUp(@Observes ReopenedTakenUp event) {
        begin(event.caseId());
    }

    /** Where the authority itself takes over the lead, it is not asked to notify itself: what was not agreed to ends. */
    void handedOver(@Observes LeadHandedOver event) {
        notifications.endWithLead(event.id()).ifPresent(ended -> {
            ended.duty().ifPresent(duty -> events.fire(new DutyEnded(duty)));
            ended.proposal().ifPresent(id -> disclosed.fire(new NothingDisclosed(id, ended.caseId())));
        });
    }

    private void end(CaseId caseId) {
        notifications.end(caseId).ifPresent(duty -> events.fire(new DutyEnded(duty)));
    }

    private void begin(CaseId caseId) {
        notifications
                .begin(caseId)
                .ifPresent(duty -> events.fire(
                        new DutyBegan(duty.id(), survivors.of(caseId).lead(), duty.dueAt())));
    }
}
