package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.proceeding.LegalCalendar.Lacking;
import org.alongside.proceeding.LegalCalendar.Lawyer;
import org.alongside.proceeding.LegalCalendars.Days;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

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
    Workers workers;

    @Inject
    Codes codes;

    /**
     * The days asked for, in the caller's zone. Refuses {@code day-count}, {@code too-far-ahead} beyond ten years either way, {@code unknown-code} for what
     * nobody needs at a hearing; a lawyer who is not of the caller's house is not there.
     */
    @Requires(Permission.READ_HEARINGS)
    public LegalCalendar between(CalendarQuery query) {
        Caller caller = callers.caller();
        ZoneId zone = workers.zone(caller);
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
                .that(
                        query.lacking() == null
                                || CalendarQuery.ANYTHING.equals(query.lacking())
                                || codes.in("hearing_need").test(query.lacking()),
                        "lacking",
                        "unknown-code")
                .orRefuse();
        List<Lawyer> lawyers = calendars.lawyers(caller);
        WorkerId counsel = query.onlyMine() ? caller.worker() : query.counsel();
        if (query.counsel() != null
                && lawyers.stream().noneMatch(one -> one.id().equals(query.counsel()))) {
            throw Refusal.notThere();
        }
        LocalDate until = from.plusDays(query.days());
        Days found = calendars.between(caller, from, until, zone, counsel, CalendarQuery.MOST_LINES);
        return new LegalCalendar(
                from,
                until,
                found.lines().stream().filter(query::wants).toList(),
                found.whole(),
                lacking(found),
                found.lines().stream().filter(line -> !line.missing().isEmpty()).count(),
                lawyers);
    }

    /** What is missing how often, the most frequent first. */
    private static List<Lacking> lacking(Days found) {
        return found.lines().stream()
                .flatMap(line -> line.missing().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(one -> new Lacking(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(Lacking::hearings).reversed().thenComparing(Lacking::need))
                .toList();
    }

    /**
     * Which days.
     *
     * @param from the first; null: today
     * @param days how many, 1 to 42
     * @param onlyMine whether only of matters in which the caller acts
     * @param counsel only of matters in which this colleague of the caller's house acts; null: of all
     * @param lacking only hearings for which this is missing, code of hearing_need or {@link #ANYTHING}; null: all lines
     */
    public record CalendarQuery(LocalDate from, int days, boolean onlyMine, WorkerId counsel, String lacking) {
        /** Whatever is missing. */
        public static final String ANYTHING = "ANYTHING";

        /** Six weeks: a month with the weeks in which it begins and ends. */
        public static final int LONGEST = 42;

        /** How many lines are told at once. */
        public static final int MOST_LINES = 4_000;

        private boolean wants(LegalCalendar.Line line) {
            return lacking == null
                    || (ANYTHING.equals(lacking)
                            ? !line.missing().isEmpty()
                            : line.missing().contains(lacking));
        }

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
