package org.alongside.web.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.alongside.organisation.NewService.Hours;
import org.junit.jupiter.api.Test;

class WeeklyTest {
    @Test
    void days_that_follow_each_other_with_the_same_hours_are_said_once() {
        assertThat(words(day(1, 9, 17), day(2, 9, 17), day(3, 9, 17), day(5, 9, 17), day(6, 10, 12)))
                .isEqualTo("Mon–Wed 09:00–17:00 · Fri 09:00–17:00 · Sat 10:00–12:00");
        assertThat(words()).isEmpty();
    }

    private static String words(Hours... hours) {
        return new Weekly(Locale.UK).words(List.of(hours));
    }

    private static Hours day(int weekday, int from, int until) {
        return new Hours(weekday, LocalTime.of(from, 0), LocalTime.of(until, 0));
    }
}
