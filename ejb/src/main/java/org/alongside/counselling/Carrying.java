package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import org.alongside.access.Caller;
import org.alongside.access.Workers;
import org.alongside.counselling.SupervisionEvent.CarriesTooMuch;
import org.alongside.counselling.WeekService.Week;
import org.alongside.shared.WarningId;
import org.alongside.shared.WorkerId;

/** Looks whether a counsellor carries more than the limit by now, and has somebody of the house look at it; nothing is refused for it. */
@ApplicationScoped
class Carrying {
    @Inject
    Supervisions supervisions;

    @Inject
    Workers workers;

    @Inject
    Instance<CounsellingTimes> times;

    @Inject
    Event<SupervisionEvent> events;

    /** In the week of an instant. */
    void look(WorkerId counsellor, Instant at, Caller caller) {
        ZoneId zone = workers.zone(caller);
        Week week = Week.of(at.atZone(zone).toLocalDate(), zone);
        WarningId id = WarningId.random();
        CounsellingTimes now = times.get();
        if (supervisions.warn(id, counsellor, week.from(), week.until(), now.limits())) {
            events.fire(new CarriesTooMuch(
                    id, caller.organisation(), caller.now().plus(now.times().lookWithin())));
        }
    }
}
