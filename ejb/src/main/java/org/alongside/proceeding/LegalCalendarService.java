package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door to the calendar: hearings and last days of the caller's people, by day, week, month or as a list. */
@Stateless
@PermitAll
public class LegalCalendarService {
    private static final int FARTHEST_YEARS = 10;

    @Inject
    CallerContext callers;

    @Inject
    LegalCalendars calendars;

    @Inject
    HearingRecords records;

    /** The days asked for, in the caller's zone. Refuses {@code day-count}, {@code too-far-ahead} beyond ten years either way. */
    @Requires(Permission.READ_HEARINGS)
    public LegalCalendar between(CalendarQuery query) {
        Caller caller = callers.caller();
        ZoneId zone = records.zone(caller);
        LocalDate today = LocalDate.ofInstant(caller.now(), zone);
        LocalDate from = query.from() == null ? today : query.from();
        new Check()
                .that(
                        query.days() >= 1 && query.days() <= CalendarQuery.LONGEST,
                        "dayCount",
                        "day-count",
                        CalendarQuery.LONGEST)
                .that(
                        from.isAfter(today.minusYears(FARTHEST_YEARS))
                                && from.isBefore(today.plusYears(FARTHEST_YEARS)),
                        "firstDay",
                        "too-far-ahead",
                        FARTHEST_YEARS)
                .orRefuse();
        return calendars.between(
                caller, from, from.plusDays(query.days()), zone, query.onlyMine(), CalendarQuery.MOST_LINES);
    }

    /**
     * Which days.
     *
     * @param from the first; null: today
     * @param days how many, 1 to 42
     * @param onlyMine whether only of matters in which the caller acts
     */
    public record CalendarQuery(LocalDate from, int days, boolean onlyMine) {
        /** Six weeks: a month with the weeks in which it begins and ends. */
        public static final int LONGEST = 42;

        /** How many lines are told at once. */
        public static final int MOST_LINES = 4_000;

        /** Reads a day as it stands in an address; null: none. Refuses {@code not-a-day}. */
        public static LocalDate day(String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException unreadable) {
                throw Refusal.invalid("firstDay", "not-a-day");
            }
        }
    }
}
