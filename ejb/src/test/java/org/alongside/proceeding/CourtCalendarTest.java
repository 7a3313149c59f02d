package org.alongside.proceeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.alongside.proceeding.CourtCalendar.Rule;
import org.alongside.proceeding.CourtCalendar.Term;
import org.alongside.proceeding.CourtCalendar.Unit;
import org.junit.jupiter.api.Test;

/** The last day as a person with a printed calendar would count it. */
class CourtCalendarTest {
    private static final CourtCalendar VIENNA = new CourtCalendar(
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.of(
                    LocalDate.parse("2026-12-08"),
                    LocalDate.parse("2026-12-25"),
                    LocalDate.parse("2026-12-26"),
                    LocalDate.parse("2027-01-01"),
                    LocalDate.parse("2027-01-06")),
            List.of(new Term(LocalDate.parse("2026-12-24"), LocalDate.parse("2027-01-06"))));

    @Test
    void days_are_counted_without_the_day_of_the_event_and_roll_over_what_is_no_working_day() {
        assertThat(last("2026-11-23", 14, Unit.DAYS, true, false)).isEqualTo("2026-12-07");
        assertThat(last("2026-11-24", 14, Unit.DAYS, true, false))
                .as("a holiday")
                .isEqualTo("2026-12-09");
        assertThat(last("2026-11-21", 14, Unit.DAYS, true, false))
                .as("a Saturday")
                .isEqualTo("2026-12-07");
        assertThat(last("2026-11-21", 14, Unit.DAYS, false, false)).isEqualTo("2026-12-05");
        assertThat(last("2026-11-21", 2, Unit.WEEKS, true, false)).isEqualTo("2026-12-07");
    }

    @Test
    void working_days_leave_out_weekends_and_holidays() {
        assertThat(last("2026-12-04", 3, Unit.WORKING_DAYS, true, false))
                .as("Monday, Wednesday, Thursday")
                .isEqualTo("2026-12-10");
        assertThat(last("2026-12-23", 1, Unit.WORKING_DAYS, true, false)).isEqualTo("2026-12-24");
        assertThat(last("2026-12-23", 1, Unit.WORKING_DAYS, true, true)).isEqualTo("2027-01-07");
    }

    @Test
    void months_and_years_end_on_the_same_day_or_the_last_of_the_month() {
        assertThat(last("2026-12-31", 2, Unit.MONTHS, false, false)).isEqualTo("2027-02-28");
        assertThat(last("2028-02-29", 1, Unit.YEARS, false, false)).isEqualTo("2029-02-28");
        assertThat(last("2026-12-01", 1, Unit.MONTHS, true, false))
                .as("a holiday, a Friday")
                .isEqualTo("2027-01-04");
    }

    @Test
    void in_a_term_time_stands_still() {
        assertThat(last("2026-12-20", 14, Unit.DAYS, true, true))
                .as("three days before it and eleven after, the last a Sunday")
                .isEqualTo("2027-01-18");
        assertThat(last("2026-12-01", 1, Unit.MONTHS, true, true))
                .as("nine days of January owed after the sixth")
                .isEqualTo("2027-01-15");
    }

    @Property
    void it_is_never_before_the_event_and_a_longer_time_never_ends_sooner(
            @ForAll @IntRange(min = 0, max = 4_000) int day,
            @ForAll @IntRange(min = 1, max = 200) int amount,
            @ForAll Unit unit,
            @ForAll boolean rolls,
            @ForAll boolean still) {
        LocalDate event = LocalDate.parse("2020-01-01").plusDays(day);
        LocalDate last = VIENNA.last(event, new Rule(amount, unit, rolls, still));
        assertThat(last).isAfter(event);
        assertThat(VIENNA.last(event, new Rule(amount + 1, unit, rolls, still))).isAfterOrEqualTo(last);
        assertThat(VIENNA.last(event, new Rule(amount, unit, rolls, true)))
                .isAfterOrEqualTo(VIENNA.last(event, new Rule(amount, unit, rolls, false)));
        if (rolls) {
            assertThat(VIENNA.works(last)).isTrue();
        }
    }

    private static String last(String event, int amount, Unit unit, boolean rolls, boolean still) {
        return VIENNA.last(LocalDate.parse(event), new Rule(amount, unit, rolls, still))
                .toString();
    }
}
