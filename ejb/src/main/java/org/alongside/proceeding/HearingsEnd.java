package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.proceeding.HearingEvent.HearingOver;

/** In a closed file nobody is asked who helps her at a hearing, nor warned of a last day; who sees to it then was said when it was closed. */
@ApplicationScoped
class HearingsEnd {
    @Inject
    HearingRecords records;

    @Inject
    DeadlineRecords deadlines;

    @Inject
    Event<HearingEvent> events;

    void closed(@Observes CaseClosed event) {
        records.open(event.caseId()).forEach(id -> events.fire(new HearingOver(id)));
        deadlines.closed(event.caseId());
    }
}
