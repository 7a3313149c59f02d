package org.alongside.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.code.KnownCodes;
import org.alongside.proceeding.NewMatter.NewCompensation;
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
        NewMatter closed =
                new NewMatter("ASYLUM", "CLOSED", null, hearing(IN_FIVE_DAYS), List.of(), List.of(), null, null);
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
                null,
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

    @Test
    void what_is_claimed_has_a_currency_and_is_neither_more_than_the_most_nor_paid_before_it_is_ordered() {
        rules.matter(
                compensating("STATE_COMPENSATION", "ADVICE", money("8000", "5000", "2500.50", "10000", "EUR")),
                null,
                null);
        assertThat(codes(compensating("ADHESION", "TRIAL", money("8000", null, null, null, null))))
                .containsExactly("compensation.currency missing");
        assertThat(codes(compensating("ADHESION", "TRIAL", money("0", "-1", null, null, "EUR"))))
                .containsExactly("compensation.claimed no-amount", "compensation.ordered no-amount");
        assertThat(codes(compensating("ADHESION", "TRIAL", money("1.005", null, null, null, "XYZ"))))
                .containsExactly("compensation.claimed no-amount", "compensation.currency unknown-currency");
        assertThat(codes(compensating("STATE_COMPENSATION", "FILED", money("10001", "10001", "10002", "10000", "EUR"))))
                .containsExactly(
                        "compensation.claimed more-than-the-most",
                        "compensation.ordered more-than-the-most",
                        "compensation.paid more-than-ordered");
        assertThat(codes(compensating("ASYLUM", "FILED", money("100", null, null, null, "EUR"))))
                .containsExactly("compensation no-compensation-here");
        NewCompensation ahead = new NewCompensation(null, null, null, null, null, TODAY.plusDays(1), TODAY.plusDays(2));
        assertThat(codes(compensating("ADHESION", "TRIAL", ahead)))
                .containsExactly("compensation.freezeAskedOn in-the-future", "compensation.finalOn in-the-future");
    }

    @Test
    void the_time_to_apply_to_a_fund_runs_from_the_final_act_until_it_is_handed_in() {
        NewMatter waits = compensating("STATE_COMPENSATION", "PREPARATION", ended(TODAY.minusDays(10)));
        assertThat(MatterRules.fundWaits(waits)).isTrue();
        assertThat(MatterRules.fundWaits(compensating("STATE_COMPENSATION", "FILED", ended(TODAY))))
                .isFalse();
        assertThat(MatterRules.fundWaits(compensating("ADHESION", "PREPARATION", ended(TODAY))))
                .isFalse();
        LocalDate until = TODAY.plusDays(355);
        assertThat(rules.within(waits, until).deadlineOn()).isEqualTo(until);
        assertThat(rules.within(waits, TODAY.minusDays(1)).deadlineOn())
                .as("the time is over: nothing is promised")
                .isNull();
        NewMatter sooner = deadline(waits, until.minusDays(30));
        assertThat(rules.within(sooner, until)).isEqualTo(sooner);
        assertThat(catchThrowableOfType(Refusal.class, () -> rules.within(deadline(waits, until.plusDays(1)), until))
                        .reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("later-than-the-law");
                    assertThat(reason.values()).containsExactly(until);
                });
    }

    private static NewMatter compensating(String track, String stage, NewCompensation compensation) {
        return new NewMatter(track, stage, null, null, List.of(), List.of(), null, compensation);
    }

    private static NewMatter deadline(NewMatter of, LocalDate on) {
        return new NewMatter(of.track(), of.stage(), null, null, List.of(), List.of(), on, of.compensation());
    }

    private static NewCompensation ended(LocalDate on) {
        return new NewCompensation(null, null, null, null, null, null, on);
    }

    private static NewCompensation money(String claimed, String ordered, String paid, String most, String currency) {
        return new NewCompensation(amount(claimed), amount(ordered), amount(paid), amount(most), currency, null, null);
    }

    private static BigDecimal amount(String amount) {
        return amount == null ? null : new BigDecimal(amount);
    }

    private static NewHearing hearing(Instant at) {
        return new NewHearing(at, "TRIAL_TESTIMONY", "COURT", "IN_PERSON");
    }

    private static NewMatter matter(NewHearing hearing, List<String> needs, LocalDate deadline) {
        return new NewMatter(
                "CRIMINAL_TRAFFICKER", "TRIAL", null, hearing, needs, List.of("VIDEO_LINK"), deadline, null);
    }

    private List<String> codes(NewMatter matter) {
        return catchThrowableOfType(Refusal.class, () -> rules.matter(matter, null, null)).reasons().stream()
                .map(reason -> reason.field() + " " + reason.code())
                .toList();
    }
}
