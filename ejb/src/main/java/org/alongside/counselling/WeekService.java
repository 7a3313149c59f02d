package org.alongside.counselling;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door to a counsellor's own week. */
@Stateless
@PermitAll
public class WeekService {
    /** How many sessions of whom they supervise are told at once. */
    public static final int SUPERVISED_AT_ONCE = 30;

    private static final int FARTHEST_YEARS = 5;
    private static final int FARTHEST_BEHIND = 10_000;

    @Inject
    CallerContext callers;

    @Inject
    Weeks weeks;

    @Inject
    Workers workers;

    @Inject
    Instance<CounsellingTimes> times;

    /**
     * The caller's week.
     *
     * @param day any day of it, in the caller's zone; null: today. Refuses {@code too-far-ahead} beyond five years
     */
    @Requires(Permission.READ_COUNSELLING_WEEK)
    public WeekView week(WeekQuery query) {
        Caller caller = callers.caller();
        LocalDate today = workers.today(caller);
        LocalDate day = query.day() == null ? today : query.day();
        new Check()
                .that(
                        day.isAfter(today.minusYears(FARTHEST_YEARS)) && day.isBefore(today.plusYears(FARTHEST_YEARS)),
                        "day",
                        "too-far-ahead",
                        FARTHEST_YEARS)
                .orRefuse();
        Week week = Week.of(day, workers.zone(caller));
        return new WeekView(
                week.monday(),
                weeks.between(caller, week.from(), week.until()),
                weeks.unsaid(caller),
                times.get().limits().sessions());
    }

    /** Those who wait for counselling by the house, the most urgent first and then who waits longest, at most 200. */
    @Requires(Permission.READ_COUNSELLING_WAITING)
    public List<WaitingCard> waiting() {
        return weeks.waiting(callers.caller());
    }

    /**
     * The sessions with a clinical record of those whom the caller supervises, the newest first, at most {@value #SUPERVISED_AT_ONCE}; none of
     * a group, and none of somebody to whom the caller has a tie.
     *
     * @param behind how many of the first are left out, 0 to 10,000; refuses {@code behind-range}
     */
    @Requires(Permission.READ_SUPERVISED)
    public List<SupervisedSession> supervised(int behind) {
        new Check()
                .that(behind >= 0 && behind <= FARTHEST_BEHIND, "behind", "behind-range", FARTHEST_BEHIND)
                .orRefuse();
        return weeks.supervised(behind, callers.caller());
    }

    /**
     * Which week.
     *
     * @param day any day of it; null: today
     */
    public record WeekQuery(LocalDate day) {
        /** Reads a day as it stands in an address; null: none. Refuses {@code not-a-day}. */
        public static LocalDate day(String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException unreadable) {
                throw Refusal.invalid("day", "not-a-day");
            }
        }
    }

    /** A week from Monday to Monday in a zone. */
    record Week(LocalDate monday, Instant from, Instant until) {
        static Week of(LocalDate day, ZoneId zone) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Week(
                    monday,
                    monday.atStartOfDay(zone).toInstant(),
                    monday.plusWeeks(1).atStartOfDay(zone).toInstant());
        }
    }
}
