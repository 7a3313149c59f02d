package org.alongside.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "SELF_DECLARED, 17, false, true, 15_17",
        "SELF_DECLARED, 18, false, false, 18_24",
        "ESTIMATED, 20, true, true, UNKNOWN_CHILD",
        "PRESUMED_CHILD, , false, true, UNKNOWN_CHILD",
        "ASSESSMENT_PENDING, 19, false, true, UNKNOWN_CHILD",
        "ASSESSED_ADULT, 17, false, false, UNKNOWN_ADULT",
        "ASSESSED_ADULT, 19, true, true, UNKNOWN_CHILD",
        "ASSESSED_CHILD, 16, false, true, 15_17",
        "SELF_DECLARED, 5, false, true, UNDER_6",
        "SELF_DECLARED, 60, false, false, 55_PLUS",
    })
    void unsure_and_maybe_under_eighteen_is_a_child(
            String basis, Integer stated, boolean maybe, boolean child, String band) {
        Age age = new Age(basis, stated, null, maybe);
        assertThat(age.child(NOW)).isEqualTo(child);
        assertThat(age.band(NOW)).isEqualTo(band);
    }

    @Test
    void no_age_at_all_is_a_child_until_it_is_clear() {
        assertThat(new Age("SELF_DECLARED", null, null, false).child(NOW)).isTrue();
    }

    @Test
    void a_birth_date_that_says_child_stands_against_an_assessment_as_an_adult() {
        Age age = new Age("ASSESSED_ADULT", null, LocalDate.of(2009, 5, 1), false);
        assertThat(age.child(NOW)).isTrue();
        assertThat(age.band(NOW)).isEqualTo("15_17");
        assertThat(new Age("ASSESSED_ADULT", null, LocalDate.of(2008, 11, 21), false).child(NOW))
                .isFalse();
    }

    @Test
    void the_day_of_the_eighteenth_birthday_makes_an_adult() {
        assertThat(new Age("DOCUMENTED", null, LocalDate.of(2008, 11, 21), false).child(NOW))
                .isFalse();
        assertThat(new Age("DOCUMENTED", null, LocalDate.of(2008, 11, 22), false).child(NOW))
                .isTrue();
    }
}
