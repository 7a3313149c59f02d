package org.alongside.proceeding;

import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.alongside.access.Once;
import org.alongside.code.KnownCodes;
import org.alongside.proceeding.DeadlineTimes.Warnings;
import org.alongside.proceeding.HearingTimes.HearingTime;
import org.alongside.setup.Care.On;
import org.alongside.setup.Connected;

/** The doors of hearings in a transaction, with the times that the product brings. */
final class HearingDoors {
    private HearingDoors() {}

    static HearingService of(On on) {
        HearingService service = new HearingService();
        service.callers = on.callers();
        service.records = records(on);
        service.clock = clock(on);
        service.files = on.files();
        service.codes = new KnownCodes();
        service.once = new Once();
        return service;
    }

    static HearingRecords records(On on) {
        HearingRecords records = new HearingRecords();
        records.em = on.em();
        return records;
    }

    static DeadlineService deadlineDoors(On on) {
        DeadlineService service = new DeadlineService();
        service.callers = on.callers();
        service.records = deadlines(on);
        service.matters = records(on);
        service.calendars = calendars(on);
        service.files = on.files();
        service.codes = new KnownCodes();
        service.once = new Once();
        return service;
    }

    static CourtCalendarService courtDoors(On on) {
        CourtCalendarService service = new CourtCalendarService();
        service.callers = on.callers();
        service.calendars = calendars(on);
        service.codes = new KnownCodes();
        service.once = new Once();
        return service;
    }

    private static CourtCalendars calendars(On on) {
        CourtCalendars calendars = new CourtCalendars();
        calendars.em = on.em();
        return calendars;
    }

    static DeadlineRecords deadlines(On on) {
        DeadlineRecords deadlines = new DeadlineRecords();
        deadlines.em = on.em();
        deadlines.events = on.events();
        @SuppressWarnings("unchecked")
        Instance<DeadlineTimes> times =
                Connected.answering(Instance.class, (method, given) -> (DeadlineTimes) kind -> new Warnings(
                        Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays("PERMIT".equals(kind) ? 14 : 7)));
        deadlines.times = times;
        return deadlines;
    }

    static HearingClock clock(On on) {
        HearingClock clock = new HearingClock();
        clock.records = records(on);
        clock.events = on.events();
        @SuppressWarnings("unchecked")
        Instance<HearingTimes> times = Connected.answering(Instance.class, (method, given) -> (HearingTimes)
                () -> new HearingTime(Duration.ofDays(21), Duration.ofDays(7), Duration.ofDays(2), Duration.ofDays(7)));
        clock.times = times;
        clock.deadlines = deadlines(on);
        return clock;
    }
}
