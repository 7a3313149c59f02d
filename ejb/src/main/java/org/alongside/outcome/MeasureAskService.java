package org.alongside.outcome;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.outcome.MeasureEvent.MeasureSettled;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;

/** The door to being asked by a clock how she is: once she is in care, each quarter, and never against her no. */
@Stateless
@PermitAll
public class MeasureAskService {
    private static final int MOST_AT_ONCE = 200;

    @Inject
    MeasureAsks asks;

    @Inject
    Instance<MeasureTimes> times;

    @Inject
    Codes codes;

    @Inject
    Event<MeasureEvent> events;

    /** Asks who leads to measure where the time has come; told by the process every hour. Of a file one question is open at a time. */
    @Requires(Permission.RUN_OUTCOME_CLOCK)
    public void look() {
        asks.raise(times.get().of("ENTRY"), times.get().of("QUARTER"), MOST_AT_ONCE)
                .forEach(events::fire);
    }

    /** Writes down that she does not want to; that ends the question. Refuses {@code not-asked-to-measure} where nothing is asked. */
    @Requires(Permission.DECLINE_MEASURE)
    public void declined(CaseId caseId, NewNo no) {
        Fields.require(no, codes);
        List<UUID> settled = asks.settle(caseId, no.answer());
        if (settled.isEmpty()) {
            throw Refusal.wrongState("not-asked-to-measure");
        }
        events.fire(new MeasureSettled(settled));
    }
}
