package org.alongside.healthcare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.healthcare.CareEvent.CareEnded;
import org.alongside.shared.UrgentCareId;

/** In a closed file nobody is asked for care that cannot wait; it ends in the transaction in which the file is closed. */
@ApplicationScoped
class CareEnds {
    @Inject
    HealthRecords records;

    @Inject
    Event<CareEvent> events;

    void closed(@Observes CaseClosed event) {
        List<UrgentCareId> ended = records.end(event.caseId());
        if (!ended.isEmpty()) {
            events.fire(new CareEnded(ended));
        }
    }
}
