package org.alongside.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    /** Thursday, ten past two in the afternoon in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-19T13:10:00Z");

    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    private final Dates english = dates(Locale.ENGLISH, "Europe/Berlin");
    private final Dates arabic = dates(ARABIC, "Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T23:00:00Z, Thu 19 Nov",
        "2026-11-19T00:00:00Z, Thu 19 Nov",
        "2026-11-19T00:00:01Z, 'Thu 19 Nov, 01:00'",
        "2026-11-18T22:00:00Z, 'Wed 18 Nov, 23:00'"
    })
    void what_was_said_as_a_day_has_no_hour(Instant said, String words) {
        assertThat(english.absolute(english.asSaid(said))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT30S, just now",
        "PT50M, in 50 minutes",
        "PT1M, in 1 minute",
        "PT-1M, 1 minute ago",
        "PT2H, in 2 hours",
        "PT-5H, 5 hours ago",
        "PT20H, tomorrow",
        "P1D, tomorrow",
        "P-1D, yesterday",
        "P5D, in 5 days",
        "P-12D, 12 days ago",
        "P90D, in 3 months",
        "P1000D, in 3 years"
    })
    void a_caseworker_reads_how_far_away_it_is(Duration away, String words) {
        assertThat(english.relative(NOW.plus(away))).isEqualTo(words);
    }

    @Test
    void a_day_is_counted_in_days_of_the_readers_zone() {
        Instant lateTonight = Instant.parse("2026-11-19T23:30:00Z"); // half past midnight in Berlin
        assertThat(english.day(lateTonight)).isEqualTo("Fri 20 Nov");
        assertThat(dates(Locale.ENGLISH, "UTC").day(lateTonight)).isEqualTo("Thu 19 Nov");
        assertThat(english.relative(LocalDate.of(2026, 11, 20))).isEqualTo("tomorrow");
        assertThat(english.relative(LocalDate.of(2026, 11, 19))).isEqualTo("today");
    }

    @Test
    void the_year_is_said_only_where_it_is_another_one() {
        assertThat(english.absolute(Instant.parse("2026-11-24T09:00:00Z"))).isEqualTo("Tue 24 Nov, 10:00");
        assertThat(english.absolute(Instant.parse("2027-02-17T09:00:00Z"))).isEqualTo("Wed 17 Feb 2027, 10:00");
        assertThat(english.absolute(LocalDate.of(2026, 11, 24))).isEqualTo("Tue 24 Nov");
    }

    @Test
    void what_ends_at_midnight_holds_until_the_day_before() {
        assertThat(english.lastDay(Instant.parse("2027-02-22T23:00:00Z"))).isEqualTo("Mon 22 Feb 2027");
        assertThat(english.lastDay(Instant.parse("2027-02-22T23:01:00Z"))).isEqualTo("Tue 23 Feb 2027");
        assertThat(english.lastDay(null)).isEmpty();
    }

    @Test
    void the_hour_follows_summer_and_winter_time() {
        assertThat(english.time(Instant.parse("2026-07-01T12:00:00Z"))).isEqualTo("14:00");
        assertThat(english.time(Instant.parse("2026-12-01T12:00:00Z"))).isEqualTo("13:00");
    }

    @Test
    void what_is_typed_is_read_by_the_readers_own_clock() {
        assertThat(english.getMinute()).isEqualTo(LocalDateTime.parse("2026-11-19T14:10"));
        assertThat(english.instant(english.getMinute())).isEqualTo(Instant.parse("2026-11-19T13:10:00Z"));
        assertThat(english.instant(null)).isNull();
    }

    @Test
    void near_days_are_said_by_name() {
        assertThat(english.near(NOW.minus(Duration.ofDays(1)))).isEqualTo("yesterday, 14:10");
        assertThat(english.near(NOW.minus(Duration.ofDays(2)))).isEqualTo("Tue 17 Nov, 14:10");
        assertThat(english.by(NOW.plus(Duration.ofHours(2)))).isEqualTo("by 16:10");
        assertThat(english.by(NOW.plus(Duration.ofHours(20)))).isEqualTo("tomorrow, 10:10");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T23:00:00Z, Tue 24 Nov",
        "2026-11-20T23:00:00Z, tomorrow",
        "2026-11-19T23:00:00Z, today",
        "2026-11-18T23:00:00Z, yesterday"
    })
    void what_ends_with_a_day_is_due_on_that_day_and_not_in_the_night_after(Instant midnight, String words) {
        assertThat(english.by(midnight)).isEqualTo(words);
    }

    @Test
    void an_arabic_reader_reads_arabic_words_and_western_digits() {
        assertThat(arabic.absolute(Instant.parse("2026-11-24T09:00:00Z"))).isEqualTo("الثلاثاء 24 نوفمبر، 10:00");
        assertThat(arabic.relative(NOW.plus(Duration.ofMinutes(2)))).isEqualTo("بعد دقيقتين");
        assertThat(arabic.relative(NOW.plus(Duration.ofMinutes(3)))).isEqualTo("بعد 3 دقائق");
        assertThat(arabic.relative(NOW.plus(Duration.ofMinutes(50)))).isEqualTo("بعد 50 دقيقة");
        assertThat(arabic.relative(NOW.minus(Duration.ofDays(2)))).isEqualTo("قبل يومين");
    }

    @Test
    void machines_read_iso_with_the_offset_of_the_reader() {
        assertThat(english.machine(NOW)).isEqualTo("2026-11-19T14:10:00+01:00");
        assertThat(english.machine(LocalDate.of(2026, 11, 24))).isEqualTo("2026-11-24");
    }

    @Test
    void nothing_given_is_nothing_said() {
        assertThat(english.relative(null)).isEmpty();
        assertThat(english.absolute(null)).isEmpty();
        assertThat(english.machine(null)).isEmpty();
        assertThat(english.by(null)).isEmpty();
        assertThat(english.near(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT-130M, PT50M, 50 minutes left, 28, danger",
        "PT-160M, PT140M, 2 h 20 min left, 47, soon",
        "PT-2H, PT5H, 5 h left, 71, info",
        "P-1D, P6D, 6 days left, 86, info",
        "PT-2H, PT10S, 1 minute left, 1, danger",
        "PT-2H, PT0S, 1 minute over, 100, now",
        "PT-5H, PT-2H, 2 h over, 100, now",
        "PT-5H, PT-65M, 1 h 5 min over, 100, now"
    })
    void a_clock_says_what_is_left_and_how_urgent_that_is(
            Duration start, Duration due, String words, int share, String tone) {
        Countdown countdown = english.countdown(NOW.plus(start), NOW.plus(due));
        assertThat(countdown).isEqualTo(new Countdown(words, share, tone));
    }

    @Test
    void a_clock_without_a_start_goes_by_the_time_that_is_left() {
        assertThat(english.countdown(null, NOW.plus(Duration.ofMinutes(59))).tone())
                .isEqualTo("danger");
        assertThat(english.countdown(null, NOW.plus(Duration.ofHours(20))).tone())
                .isEqualTo("soon");
        assertThat(english.countdown(null, NOW.plus(Duration.ofDays(3))).tone()).isEqualTo("info");
    }

    private static Dates dates(Locale locale, String zone) {
        return new Dates(InstantSource.fixed(NOW), locale, ZoneId.of(zone), new Text(locale));
    }
}
