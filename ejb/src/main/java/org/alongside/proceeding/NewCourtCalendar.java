package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.code.CodeOf;

/**
 * When a court works, as its house writes it; handed in as a whole.
 *
 * @param zone where its days begin and end, as the IANA database names it
 * @param restDays on which days of the week it does not work, 1 is Monday
 * @param days on which other days it does not work
 * @param terms in which time stands still, for what says so
 * @param rules how long each event gives
 */
public record NewCourtCalendar(
        @NotNull @Size(max = 80) String name,
        @NotNull @Size(max = 60) String zone,
        List<Integer> restDays,
        List<CourtDay> days,
        List<CourtTerm> terms,
        List<CourtRule> rules) {
    public NewCourtCalendar {
        restDays = restDays == null
                ? List.of()
                : restDays.stream().distinct().sorted().toList();
        days = days == null ? List.of() : List.copyOf(days);
        terms = terms == null ? List.of() : List.copyOf(terms);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** A day on which it does not work. */
    public record CourtDay(
            @NotNull LocalDate day, @NotNull @Size(max = 80) String name) {}

    /** From its first to its last day. */
    public record CourtTerm(
            @NotNull LocalDate fromOn, @NotNull LocalDate untilOn) {}

    /**
     * How long an event gives.
     *
     * @param amount 1 to 1,000
     * @param rolls whether a last day on which the court rests becomes the next on which it works
     * @param standsStill whether the time stands still in terms
     */
    public record CourtRule(
            @NotNull @CodeOf("deadline_event") String event,
            @NotNull Integer amount,
            @NotNull @CodeOf("court_unit") String unit,
            boolean rolls,
            boolean standsStill) {}

    /**
     * One that is there.
     *
     * @param version for changing it only as it was read
     */
    public record CourtCalendarView(UUID id, NewCourtCalendar calendar, int version) {}
}
