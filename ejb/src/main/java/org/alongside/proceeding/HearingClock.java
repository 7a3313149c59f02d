package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Workers;
import org.alongside.proceeding.HearingEvent.HearingOver;
import org.alongside.proceeding.HearingEvent.HearingSet;
import org.alongside.proceeding.HearingEvent.SupportChanged;
import org.alongside.proceeding.HearingRecords.State;
import org.alongside.proceeding.HearingTimes.HearingTime;
import org.alongside.shared.MatterId;

/**
 * Tells what a change did to the hearings and deadlines of a matter, whichever door it came through: one that was set or moved gets its times
 * anew, one that is over none, and one whose needs somebody took on, or gave back, is told so.
 */
@ApplicationScoped
class HearingClock {
    @Inject
    HearingRecords records;

    @Inject
    DeadlineRecords deadlines;

    @Inject
    Workers workers;

    @Inject
    Instance<HearingTimes> times;

    @Inject
    Event<HearingEvent> events;

    void following(MatterId matter, Caller caller, Runnable change) {
        Map<UUID, State> before = records.states(matter);
        deadlines.following(matter, change);
        Map<UUID, State> after = records.states(matter);
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> events.fire(new HearingOver(id)));
        after.values().forEach(now -> {
            State was = before.get(now.id());
            if (was == null || !was.at().equals(now.at())) {
                events.fire(set(now, workers.zone(caller), caller.now()));
            } else if (was.missing() != now.missing()) {
                events.fire(new SupportChanged(now.id(), now.missing()));
            }
        });
    }

    /** Its times by the table as it stands now. Of one that is over already nobody was asked yet: what came of it is asked from now on. */
    HearingSet set(State hearing, ZoneId zone, Instant now) {
        HearingTime time = times.get().now();
        Instant over = hearing.at().isBefore(now) ? now : hearing.at();
        return new HearingSet(
                hearing.id(),
                hearing.lead(),
                hearing.lawyers(),
                hearing.at(),
                HearingTimes.before(hearing.at(), time.askBefore(), zone),
                HearingTimes.before(hearing.at(), time.remindBefore(), zone),
                HearingTimes.before(hearing.at(), time.supervisorBefore(), zone),
                HearingTimes.after(over, time.resultWithin(), zone),
                hearing.missing());
    }
}
