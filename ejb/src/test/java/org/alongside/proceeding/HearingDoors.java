package org.alongside.proceeding;

import java.time.Duration;
import org.alongside.proceeding.DeadlineTimes.Warnings;
import org.alongside.proceeding.HearingTimes.HearingTime;
import org.alongside.setup.Care.On;
import org.alongside.setup.Wired;

/** The doors of hearings in a transaction, with the times that the product brings. */
final class HearingDoors {
    private HearingDoors() {}

    static HearingService of(On on) {
        return wired(on).of(HearingService.class);
    }

    static DeadlineService deadlineDoors(On on) {
        return wired(on).of(DeadlineService.class);
    }

    static CourtCalendarService courtDoors(On on) {
        return wired(on).of(CourtCalendarService.class);
    }

    static Wired wired(On on) {
        HearingTimes hearings =
                () -> new HearingTime(Duration.ofDays(21), Duration.ofDays(7), Duration.ofDays(2), Duration.ofDays(7));
        DeadlineTimes deadlines = kind ->
                new Warnings(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays("PERMIT".equals(kind) ? 14 : 7));
        return on.wired().with(HearingTimes.class, hearings).with(DeadlineTimes.class, deadlines);
    }
}
