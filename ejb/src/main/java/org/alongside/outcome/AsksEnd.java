package org.alongside.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.outcome.MeasureEvent.MeasureEnded;

/** With her file ends what is asked of it, in the same transaction. */
@ApplicationScoped
class AsksEnd {
    @Inject
    MeasureAsks asks;

    @Inject
    Event<MeasureEvent> events;

    void closed(@Observes CaseClosed closed) {
        List<UUID> ended = asks.settle(closed.caseId(), "CLOSED");
        if (!ended.isEmpty()) {
            events.fire(new MeasureEnded(ended));
        }
    }
}
