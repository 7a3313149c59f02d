package org.alongside.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.code.KnownCodes;
import org.alongside.proceeding.NewMatter.NewHearing;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

class MatterRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant IN_FIVE_DAYS = NOW.plus(Duration.ofDays(5));

    private final MatterRules rules = new MatterRules(new KnownCodes(), NOW, TODAY);

    @Test
    void a_matter_with_a_hearing_and_what_she_needs_for_it_is_fine() {
        rules.matter(matter(hearing(IN_FIVE_DAYS), List.of("ESCORT"), TODAY), null, null);
        rules.matter(matter(null, List.of(), null), null, null);
    }

    @Test
    void dates_that_cannot_be_are_refused_in_words() {
        assertThat(codes(matter(hearing(NOW.minusSeconds(1)), List.of(), TODAY.minusDays(1))))
                .containsExactly("hearing.at in-the-past", "deadlineOn in-the-past");
        assertThat(codes(matter(hearing(NOW.plus(Duration.ofDays(3700))), List.of(), TODAY.plusYears(11))))
                .containsExactly("hearing.at too-far-ahead", "deadlineOn too-far-ahead");
        assertThat(codes(matter(null, List.of("ESCORT"), null))).containsExactly("needs needs-a-hearing");
    }

    @Test
    void what_was_set_and_has_passed_may_stay_while_something_else_is_changed() {
        Instant was = NOW.minus(Duration.ofDays(2));
        rules.matter(matter(hearing(was), List.of(), TODAY.minusDays(3)), was, TODAY.minusDays(3));
    }

    @Test
    void a_closed_matter_has_no_date_left_open() {
        NewMatter closed = new NewMatter("ASYLUM", "CLOSED", null, hearing(IN_FIVE_DAYS), List.of(), List.of(), null);
        assertThat(codes(closed)).containsExactly("stage closed-has-no-date");
    }

    @Test
    void codes_and_parts_that_are_missing_are_named_where_they_stand() {
        NewMatter wrong = new NewMatter(
                "WAR",
                null,
                "x".repeat(4001),
                new NewHearing(null, "TRIAL_TESTIMONY", "MOON", null),
                List.of("HORSE"),
                List.of("VIDEO_LINK"),
                null);
        assertThat(codes(wrong))
                .containsExactlyInAnyOrder(
                        "track unknown-code",
                        "stage missing",
                        "note too-long",
                        "needs.0 unknown-code",
                        "hearing.at missing",
                        "hearing.place unknown-code",
                        "hearing.mode missing");
    }

    private static NewHearing hearing(Instant at) {
        return new NewHearing(at, "TRIAL_TESTIMONY", "COURT", "IN_PERSON");
    }

    private static NewMatter matter(NewHearing hearing, List<String> needs, LocalDate deadline) {
        return new NewMatter("CRIMINAL_TRAFFICKER", "TRIAL", null, hearing, needs, List.of("VIDEO_LINK"), deadline);
    }

    private List<String> codes(NewMatter matter) {
        return catchThrowableOfType(Refusal.class, () -> rules.matter(matter, null, null)).reasons().stream()
                .map(reason -> reason.field() + " " + reason.code())
                .toList();
    }
}
