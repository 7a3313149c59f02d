package org.alongside.proceeding;

import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.alongside.proceeding.NewCost.NewRefund;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.proceeding.Restitution.Costs;
import org.alongside.proceeding.Restitution.Unpaid;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.MatterId;
import org.alongside.shared.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a matter costs and who bears it; and the restitution ledger: what was claimed, ordered, really paid, and what she has of it in her hand. */
class CostTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = Court.LAWYER;
    private static final NewTakingBack WRONG = new NewTakingBack("WRONG_AMOUNT");

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final Door<CostService> door = new Door<>(care, on -> on.of(CostService.class));
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private MatterId matter;

    @BeforeEach
    void a_court_ordered_five_thousand() throws Exception {
        matter = court.matter("ADHESION", "ENFORCEMENT");
        file(matter, "currency = 'EUR', claimed = 9000, ordered = 5000");
    }

    @Test
    void costs_are_summed_by_currency_and_what_came_back_or_was_a_mistake_does_not_weigh_on_her() throws Exception {
        note("COURT_FEE", "120.50", "EUR", "SURVIVOR");
        UUID back = note("TRAVEL", "30", "EUR", "SURVIVOR");
        note("EXPERT", "900", "EUR", "LEGAL_AID");
        note("TRANSLATION", "40", "CHF", "OTHER_SIDE");
        UUID mistake = note("OTHER", "7777", "EUR", "SURVIVOR");
        door.does(LAWYER, HOUR, doors -> doors.refund(matter, back, new NewRefund(today)));
        door.does(LAWYER, HOUR, doors -> doors.withdraw(matter, mistake, WRONG));
        Costs costs = costs();
        assertThat(costs.costs()).hasSize(5);
        assertThat(costs.costs().stream().filter(one -> one.takenBack().isPresent()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.takenBack().orElseThrow().why()).isEqualTo("WRONG_AMOUNT");
                    assertThat(one.takenBack().orElseThrow().by()).isNotBlank();
                });
        assertThat(costs.sums())
                .extracting(sum -> sum.currency() + " " + sum.all() + " " + sum.refunded() + " " + sum.hers())
                .containsExactly("CHF 40.00 0.00 0.00", "EUR 1050.50 30.00 120.50");
        assertThat(door.reason(LAWYER, doors -> doors.refund(matter, back, new NewRefund(today))))
                .isEqualTo("cost-turned-already");
        assertThat(door.reason(LAWYER, doors -> doors.withdraw(matter, back, WRONG)))
                .isEqualTo("cost-turned-already");
        assertThat(door.reason(LAWYER, doors -> doors.refund(matter, mistake, new NewRefund(today))))
                .isEqualTo("cost-turned-already");
    }

    @Test
    void what_cannot_be_is_refused_in_words() throws Exception {
        assertThat(refused("0", "EUR", today)).isEqualTo("amount no-amount");
        assertThat(refused("1.005", "EUR", today)).isEqualTo("amount no-amount");
        assertThat(refused("1", "ZZZ", today)).isEqualTo("currency unknown-currency");
        assertThat(refused("1", "EUR", today.plusDays(3))).isEqualTo("spentOn in-the-future");
        UUID cost = note("TRAVEL", "30", "EUR", "SURVIVOR");
        assertThat(door.reason(LAWYER, doors -> doors.refund(matter, cost, new NewRefund(today.minusDays(9)))))
                .isEqualTo("refundedOn refunded-before-spent");
        assertThat(door.reason(LAWYER, doors -> doors.refund(matter, cost, new NewRefund(today.plusDays(3)))))
                .isEqualTo("refundedOn in-the-future");
        MatterId unchecked = court.matter("ADHESION", "ADVICE");
        assertThat(door.reason(
                        LAWYER,
                        doors -> doors.note(
                                unchecked, new NewCost("TRAVEL", new BigDecimal("1"), "EUR", today, "SURVIVOR"), null)))
                .isEqualTo("check-first");
        MatterId other = court.matter("ADHESION", "TRIAL");
        assertThat(door.reason(LAWYER, doors -> doors.withdraw(other, cost, WRONG)))
                .isEqualTo("not-there");
    }

    @Test
    void past_the_door_an_amount_never_changes_and_nothing_is_turned_twice() throws Exception {
        UUID cost = note("TRAVEL", "30", "EUR", "SURVIVOR");
        for (String forbidden : List.of("update matter_cost set amount = 1", "delete from matter_cost")) {
            assertThatThrownBy(() -> care.writes(LAWYER, HOUR, forbidden)).hasMessageContaining("permission denied");
        }
        door.does(LAWYER, HOUR, doors -> doors.withdraw(matter, cost, WRONG));
        care.writes(LAWYER, HOUR, "update matter_cost set withdrawn_at = null where cost_id = '%s'".formatted(cost));
        assertThat(costs().costs()).allMatch(one -> one.takenBack().isPresent());
        UUID other = note("TRAVEL", "30", "EUR", "SURVIVOR");
        assertThatThrownBy(() -> care.writes(
                        LAWYER,
                        HOUR,
                        "update matter_cost set withdrawn_at = caller_now() where cost_id = '%s'".formatted(other)))
                .as("nobody takes it back without a name and a reason")
                .hasMessageContaining("row-level security");
    }

    @Test
    void in_her_hand_is_what_was_paid_less_what_she_bore_one_figure_a_currency() throws Exception {
        pay("2000");
        note("TRAVEL", "30", "EUR", "SURVIVOR");
        note("EXPERT", "900", "EUR", "LEGAL_AID");
        note("TRANSLATION", "15", "CHF", "SURVIVOR");
        Restitution ledger = ledger(LAWYER);
        assertThat(ledger.inHand())
                .extracting(one -> one.currency() + " " + one.paid() + " " + one.spent() + " " + one.inHand())
                .containsExactly("CHF 0.00 15.00 -15.00", "EUR 2000.00 30.00 1970.00");
        assertThat(ledger.awards()).singleElement().satisfies(award -> {
            assertThat(award.matter()).isEqualTo(matter);
            assertThat(award.claimed()).contains(new BigDecimal("9000.00"));
            assertThat(award.paid()).isEqualByComparingTo("2000");
            assertThat(award.open()).contains(new BigDecimal("3000.00"));
            assertThat(award.payments()).hasSize(1);
        });
    }

    @Test
    void what_is_not_paid_stays_in_the_lawyers_list_also_when_the_matter_is_closed_until_it_is_paid() throws Exception {
        MatterId second = court.another(court.caseOf(matter), "LABOUR_CLAIM", "CLOSED");
        file(second, "currency = 'CHF', claimed = 800, ordered = 700, paid = 100");
        MatterId nothing = court.matter("ADHESION", "TRIAL");
        file(nothing, "currency = 'EUR', claimed = 800");
        Page<Unpaid> first = unpaid(null, 1);
        assertThat(first.items()).hasSize(1);
        List<Unpaid> all = unpaid(null, 50).items();
        assertThat(all).extracting(Unpaid::matter).contains(matter, second).doesNotContain(nothing);
        assertThat(all.stream()
                        .filter(one ->
                                one.matter().equals(matter) || one.matter().equals(second)))
                .as("two of one file are told apart")
                .extracting(Unpaid::number)
                .containsExactlyInAnyOrder(1, 2);
        assertThat(unpaid(first.next().orElseThrow(), 50).items())
                .as("goes on where it stopped")
                .isEqualTo(all.subList(1, all.size()));
        pay("5000");
        assertThat(unpaid(null, 50).items())
                .extracting(Unpaid::matter)
                .contains(second)
                .doesNotContain(matter);
    }

    @Test
    void it_is_her_lawyers_alone() throws Exception {
        note("TRAVEL", "30", "EUR", "SURVIVOR");
        for (Who other : List.of(
                LEAD,
                SUPERVISOR,
                SHIFT,
                new Who(13, 7, "LEL"),
                new Who(24, 11, "PRL"),
                new Who(15, 8, "DPO"),
                Care.ADMINISTRATOR)) {
            assertThat(care.sees(other, HOUR, "select count(*) from matter_cost"))
                    .as(other.role())
                    .isEqualTo("0");
        }
        assertThat(door.reason(LEAD, doors -> doors.of(matter))).isEqualTo("legal-not-open");
        assertThat(new Door<>(care, on -> on.of(RestitutionService.class))
                        .reason(LEAD, doors -> doors.of(court.caseOf(matter))))
                .isEqualTo("legal-not-open");
        assertThat(care.as(LEAD, HOUR, on -> on.of(RestitutionService.class).unpaid(null, 50))
                        .items())
                .isEmpty();
    }

    private void file(MatterId of, String what) throws Exception {
        care.writes(LAWYER, HOUR, "update matter_file set %s where matter_id = '%s'".formatted(what, of));
    }

    private void pay(String amount) throws Exception {
        care.as(LAWYER, HOUR, on -> {
            on.of(PaymentService.class).note(matter, new NewPayment(today, new BigDecimal(amount), "CONVICTED"), null);
            return null;
        });
    }

    private UUID note(String kind, String amount, String currency, String bearer) throws Exception {
        return care.as(LAWYER, HOUR, on -> on.of(CostService.class)
                .note(matter, new NewCost(kind, new BigDecimal(amount), currency, today, bearer), null));
    }

    private String refused(String amount, String currency, LocalDate on) {
        return door.reason(
                LAWYER,
                doors -> doors.note(
                        matter, new NewCost("TRAVEL", new BigDecimal(amount), currency, on, "SURVIVOR"), null));
    }

    private Costs costs() throws Exception {
        return care.as(LAWYER, HOUR, on -> on.of(CostService.class).of(matter));
    }

    private Restitution ledger(Who who) throws Exception {
        return care.as(who, HOUR, on -> on.of(RestitutionService.class).of(court.caseOf(matter)));
    }

    private Page<Unpaid> unpaid(String cursor, int limit) throws Exception {
        return care.as(LAWYER, HOUR, on -> on.of(RestitutionService.class).unpaid(cursor, limit));
    }
}
