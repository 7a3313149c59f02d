package org.alongside.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.consent.ConsentWithdrawn;
import org.alongside.handover.HandoverEvent.HandoverWithdrawn;
import org.alongside.shared.HandoverId;

/** Ends an offer of the lead in the same transaction in which she takes back the word on which it rests, or the case is closed. */
@ApplicationScoped
class HandoverEnds {
    @Inject
    Handovers handovers;

    @Inject
    Event<HandoverEvent> events;

    void withdrawn(@Observes ConsentWithdrawn withdrawn) {
        handovers
                .undecided(withdrawn.caseId())
                .filter(handover -> handovers
                        .agreedTo(withdrawn.caseId(), handover.card().to())
                        .isEmpty())
                .ifPresent(handover -> end(handover.id(), "CONSENT_WITHDRAWN"));
    }

    void closed(@Observes CaseClosed closed) {
        handovers.undecided(closed.caseId()).ifPresent(handover -> end(handover.id(), "CASE_CLOSED"));
    }

    private void end(HandoverId id, String reason) {
        handovers.withdraw(id, reason);
        events.fire(new HandoverWithdrawn(id));
    }
}
