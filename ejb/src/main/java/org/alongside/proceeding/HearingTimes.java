package org.alongside.proceeding;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Port to the decision table hearing-times that staff own, as it stands now; a hearing that is set keeps the times it began with. */
public interface HearingTimes {
    HearingTime now();

    /**
     * The times of a hearing.
     *
     * @param askBefore how long before it who leads is asked who helps her there
     * @param remindBefore how long before it they are reminded
     * @param supervisorBefore how long before it their supervisor is asked
     * @param resultWithin how long after it her lawyer says what came of it
     */
    record HearingTime(Duration askBefore, Duration remindBefore, Duration supervisorBefore, Duration resultWithin) {}

    /**
     * That long before an instant as a person counts: whole days by the calendar of the zone, so that a week before nine o'clock is nine
     * o'clock also where the clocks were changed in between; what is left of a day by the clock.
     */
    static Instant before(Instant at, Duration time, ZoneId zone) {
        return at.atZone(zone).minusDays(time.toDays()).toInstant().minus(time.minusDays(time.toDays()));
    }

    /** That long after an instant, counted in the same way. */
    static Instant after(Instant at, Duration time, ZoneId zone) {
        return at.atZone(zone).plusDays(time.toDays()).toInstant().plus(time.minusDays(time.toDays()));
    }
}
