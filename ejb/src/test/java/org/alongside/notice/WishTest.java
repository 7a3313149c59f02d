package org.alongside.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WishTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Wish atOnce = new Wish(BERLIN, "AT_ONCE", 8, 20, 7);

    @Test
    void by_day_a_letter_is_due_at_once() {
        Instant noon = Instant.parse("2026-11-22T11:00:00Z");
        assertThat(atOnce.dueAt(noon)).contains(noon);
    }

    @Test
    void at_night_it_waits_until_the_quiet_hours_end_by_the_clock_on_her_wall() {
        assertThat(atOnce.dueAt(Instant.parse("2026-11-22T19:00:00Z"))).contains(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(atOnce.dueAt(Instant.parse("2026-11-23T05:59:59Z"))).contains(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(atOnce.dueAt(Instant.parse("2026-11-23T06:00:00Z"))).contains(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(atOnce.dueAt(Instant.parse("2026-07-01T04:30:00Z")))
                .as("in summer")
                .contains(Instant.parse("2026-07-01T05:00:00Z"));
    }

    @Test
    void quiet_hours_may_lie_within_a_day_or_not_be_at_all() {
        Wish midday = new Wish(BERLIN, "AT_ONCE", 8, 12, 14);
        assertThat(midday.dueAt(Instant.parse("2026-11-22T12:30:00Z"))).contains(Instant.parse("2026-11-22T13:00:00Z"));
        assertThat(midday.dueAt(Instant.parse("2026-11-22T02:00:00Z"))).contains(Instant.parse("2026-11-22T02:00:00Z"));
        Wish never = new Wish(BERLIN, "AT_ONCE", 8, null, null);
        assertThat(never.dueAt(Instant.parse("2026-11-22T02:00:00Z"))).contains(Instant.parse("2026-11-22T02:00:00Z"));
    }

    @Test
    void the_one_letter_a_day_comes_at_its_hour_today_or_tomorrow() {
        Wish digest = new Wish(BERLIN, "DIGEST", 8, 20, 7);
        assertThat(digest.dueAt(Instant.parse("2026-11-22T06:59:00Z"))).contains(Instant.parse("2026-11-22T07:00:00Z"));
        assertThat(digest.dueAt(Instant.parse("2026-11-22T07:00:00Z"))).contains(Instant.parse("2026-11-23T07:00:00Z"));
    }

    @Test
    void an_hour_that_the_clock_leaves_out_in_spring_is_the_one_after() {
        Wish digest = new Wish(BERLIN, "DIGEST", 2, null, null);
        assertThat(digest.dueAt(Instant.parse("2027-03-28T00:00:00Z"))).contains(Instant.parse("2027-03-28T01:00:00Z"));
    }

    @Test
    void whoever_wants_no_letter_gets_none() {
        assertThat(new Wish(BERLIN, "NONE", 8, null, null).dueAt(Instant.parse("2026-11-22T11:00:00Z")))
                .isEmpty();
    }
}
