package org.alongside.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void the_usual_time_lies_in_the_span_that_half_of_all_fall_into() {
        Durations durations = new Durations(Map.of("0-15", 2L, "30-45", 6L, "1440-2160", 2L));
        assertThat(durations.count()).isEqualTo(10);
        assertThat(durations.within(0.5)).isEqualTo(38);
        assertThat(durations.within(0.9)).isEqualTo(1800);
        assertThat(durations.within(1)).isEqualTo(2160);
    }

    @Test
    void of_the_open_span_its_beginning_is_told_and_of_nothing_nothing() {
        assertThat(new Durations(Map.of("20160-", 3L)).within(0.5)).isEqualTo(20160);
        assertThat(new Durations(Map.of()).within(0.9)).isZero();
    }

    @Test
    void weeks_are_counted_from_the_first_day_and_a_year_by_months() {
        LocalDate today = LocalDate.of(2026, 11, 21);
        LocalDate from = Period.LAST_30_DAYS.from(today);
        assertThat(from).isEqualTo("2026-10-23");
        assertThat(Period.LAST_30_DAYS.stretch(LocalDate.of(2026, 10, 29), from))
                .isEqualTo("2026-10-23");
        assertThat(Period.LAST_30_DAYS.stretch(LocalDate.of(2026, 10, 30), from))
                .isEqualTo("2026-10-30");
        assertThat(Period.THIS_YEAR.stretch(today, Period.THIS_YEAR.from(today)))
                .isEqualTo("2026-11-01");
        assertThat(Period.LAST_30_DAYS.stretchEnd(from, today)).isEqualTo("2026-10-29");
        assertThat(Period.LAST_30_DAYS.stretchEnd(LocalDate.of(2026, 11, 20), today))
                .isEqualTo(today);
        assertThat(Period.THIS_YEAR.stretchEnd(LocalDate.of(2026, 10, 1), today))
                .isEqualTo("2026-10-31");
        assertThat(Period.THIS_YEAR.stretchEnd(LocalDate.of(2026, 11, 1), today))
                .isEqualTo(today);
    }
}
