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
import java.util.Optional;
import java.util.UUID;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.proceeding.PaymentService.Payments;
import org.alongside.proceeding.Restitution.Unpaid;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.SameSecond;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.MatterId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was really paid of what was ordered: payment by payment, never more, and what is not paid stays open. */
class PaymentTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = Court.LAWYER;
    private static final NewTakingBack TWICE = new NewTakingBack("TWICE");

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final Door<PaymentService> door = new Door<>(care, on -> on.of(PaymentService.class));
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private MatterId matter;

    @BeforeEach
    void a_court_ordered_five_thousand() throws Exception {
        matter = court.matter("ADHESION", "ENFORCEMENT");
        file("currency = 'EUR', claimed = 9000, ordered = 5000, paid = 100");
    }

    @Test
    void half_paid_the_rest_stays_open_and_a_payment_over_it_is_refused_in_words() throws Exception {
        note("2400.50");
        Payments now = of(LAWYER);
        assertThat(now.paid()).isEqualByComparingTo("2500.50");
        assertThat(now.open()).hasValueSatisfying(open -> assertThat(open).isEqualByComparingTo("2499.50"));
        assertThat(reason("2499.51", today)).isEqualTo("amount more-than-ordered");
        assertThat(reason("0", today)).isEqualTo("amount no-amount");
        assertThat(reason("1.005", today)).isEqualTo("amount no-amount");
        assertThat(reason("1", today.plusDays(3))).isEqualTo("paidOn in-the-future");
        note("2499.50");
        assertThat(of(LAWYER).open())
                .hasValueSatisfying(open -> assertThat(open).isEqualByComparingTo("0"));
        assertThat(of(LAWYER).payments()).hasSize(2);
    }

    @Test
    void past_the_door_too_no_payment_goes_over_it_and_no_form_unsays_what_was_paid() throws Exception {
        note("2000");
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, """
                insert into award_payment (payment_id, matter_id, case_id, organisation_id, paid_on, amount, payer, noted_at, noted_by)
                  select gen_random_uuid(), matter_id, case_id, organisation_id, current_date, 2900.01, 'OTHER', caller_now(), caller_worker()
                    from matter where matter_id = '%s'
                """.formatted(matter)))
                .hasMessageContaining("more than was ordered");
        file("paid = 7");
        assertThat(of(LAWYER).paid()).isEqualByComparingTo("2100");
        assertThatThrownBy(() -> file("ordered = 2099")).hasMessageContaining("paid_as_ordered");
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, "update award_payment set amount = 1"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void what_was_paid_was_paid_in_a_currency_and_no_form_says_another_one() throws Exception {
        file("currency = 'XAF'");
        file("currency = 'EUR'");
        note("2000");
        assertThatThrownBy(() -> file("currency = 'XAF'")).hasMessageContaining("paid in another currency");
        assertThatThrownBy(() -> file("currency = null, claimed = null, ordered = null"))
                .hasMessageContaining("paid in another currency");
        file("currency = 'EUR', claimed = 9500");
        assertThat(of(LAWYER).currency()).contains("EUR");
        care.below(
                "update award_payment set withdrawn_at = noted_at, withdrawn_by = noted_by, withdrawn_why = 'x' where matter_id = '%s'"
                        .formatted(matter));
        file("currency = 'XAF'");
    }

    @Test
    void when_it_was_written_down_is_never_of_the_writers_choosing() {
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, """
                insert into award_payment (payment_id, matter_id, case_id, organisation_id, paid_on, amount, payer, noted_at, noted_by)
                  select gen_random_uuid(), matter_id, case_id, organisation_id, current_date + 300, 5, 'OTHER', caller_now() + interval '300 days',
                         caller_worker() from matter where matter_id = '%s'
                """.formatted(matter)))
                .hasMessageContaining("at_that_time");
    }

    @Test
    void what_was_written_by_mistake_is_taken_back_and_stays_with_who_when_and_why() throws Exception {
        note("2400.50");
        note("10");
        UUID wrong = paid("2400.50");
        assertThat(door.reason(LAWYER, doors -> doors.takeBack(matter, wrong, new NewTakingBack(null))))
                .isEqualTo("why missing");
        assertThat(door.reason(LAWYER, doors -> doors.takeBack(matter, UUID.randomUUID(), TWICE)))
                .isEqualTo("not-there");
        MatterId other = court.matter("ADHESION", "ENFORCEMENT");
        assertThat(door.reason(LAWYER, doors -> doors.takeBack(other, wrong, TWICE)))
                .isEqualTo("not-there");
        door.does(LAWYER, HOUR, doors -> doors.takeBack(matter, wrong, TWICE));
        assertThat(door.reason(LAWYER, doors -> doors.takeBack(matter, wrong, TWICE)))
                .isEqualTo("taken-back-already");
        Payments now = of(LAWYER);
        assertThat(now.paid()).isEqualByComparingTo("110");
        assertThat(now.open()).hasValueSatisfying(open -> assertThat(open).isEqualByComparingTo("4890"));
        assertThat(now.payments()).hasSize(2);
        assertThat(now.payments().stream().flatMap(one -> one.takenBack().stream()))
                .singleElement()
                .satisfies(back -> {
                    assertThat(back.why()).isEqualTo("TWICE");
                    assertThat(back.at()).isEqualTo(care.now.plus(HOUR));
                    assertThat(back.by()).isNotBlank();
                });
        note("4890");
        assertThat(of(LAWYER).open()).as("room for what was really paid").hasValueSatisfying(open -> assertThat(open)
                .isEqualByComparingTo("0"));
        file("paid = 7");
        assertThat(of(LAWYER).paid()).as("no form counts it again").isEqualByComparingTo("5000");
    }

    @Test
    void the_ledger_the_list_of_what_is_unpaid_and_enforcement_follow_also_where_the_matter_is_closed()
            throws Exception {
        note("4900");
        assertThat(unpaid()).doesNotContain(matter);
        assertThat(waits()).isEmpty();
        care.as(LAWYER, HOUR, on -> {
            on.of(StageService.class).move(matter, new NewStage("CLOSED"));
            return null;
        });
        door.does(LAWYER, HOUR, doors -> doors.takeBack(matter, paid("4900"), TWICE));
        assertThat(care.sees(LAWYER, HOUR, "select stage from matter_stage where matter_id = '%s'".formatted(matter)))
                .as("it stays closed")
                .isEqualTo("CLOSED");
        assertThat(unpaid()).contains(matter);
        assertThat(care.as(LAWYER, HOUR, on -> on.of(RestitutionService.class).of(court.caseOf(matter)))
                        .inHand())
                .singleElement()
                .satisfies(one -> assertThat(one.inHand()).isEqualByComparingTo("100"));
        note("4900");
        assertThat(unpaid())
                .as("what was really paid is written down all the same")
                .doesNotContain(matter);
    }

    @Test
    void of_two_who_take_it_back_at_once_one_does_and_what_is_paid_meanwhile_waits_for_the_sum() throws Exception {
        note("4900");
        UUID wrong = paid("4900");
        care.as(LAWYER, HOUR, first -> {
            first.of(PaymentService.class).takeBack(matter, wrong, TWICE);
            assertThat(SameSecond.keptAfter(first.sql(), () -> {
                        door.does(LAWYER, HOUR, doors -> doors.takeBack(matter, wrong, TWICE));
                        return null;
                    }))
                    .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("taken-back-already"));
            return null;
        });
        note("100");
        UUID right = paid("100");
        care.as(LAWYER, HOUR, first -> {
            first.of(PaymentService.class).takeBack(matter, right, TWICE);
            assertThat(SameSecond.keptAfter(first.sql(), () -> {
                        care.writes(LAWYER, HOUR, """
                                insert into award_payment (payment_id, matter_id, case_id, organisation_id, paid_on, amount, payer, noted_at, noted_by)
                                  select gen_random_uuid(), matter_id, case_id, organisation_id, '%s', 4900, 'OTHER', caller_now(), caller_worker()
                                    from matter where matter_id = '%s'
                                """.formatted(today, matter));
                        return null;
                    }))
                    .isEmpty();
            return null;
        });
        assertThat(of(LAWYER).paid()).isEqualByComparingTo("5000");
    }

    @Test
    void what_is_not_paid_after_all_is_not_closed() throws Exception {
        note("4900");
        door.does(LAWYER, HOUR, doors -> doors.takeBack(matter, paid("4900"), TWICE));
        assertThat(waits()).contains("unpaid");
    }

    @Test
    void past_the_door_nobody_takes_back_but_counsel_once_in_their_own_name_and_with_a_reason() throws Exception {
        note("10");
        String back =
                "update award_payment set withdrawn_at = %s, withdrawn_by = %s, withdrawn_why = %s where matter_id = '"
                        + matter + "'";
        String me = "caller_worker()";
        for (String wrong : List.of(
                back.formatted("caller_now() - interval '1 day'", me, "'TWICE'"),
                back.formatted("caller_now()", "'" + Care.LEAD.id() + "'", "'TWICE'"))) {
            assertThatThrownBy(() -> care.writes(LAWYER, HOUR, wrong)).hasMessageContaining("row-level security");
        }
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, back.formatted("caller_now()", me, "null")))
                .hasMessageContaining("taken_back_whole");
        care.writes(LEAD, HOUR, back.formatted("caller_now()", me, "'TWICE'"));
        assertThat(of(LAWYER).payments()).allMatch(one -> one.takenBack().isEmpty());
        care.writes(LAWYER, HOUR, back.formatted("caller_now()", me, "'TWICE'"));
        care.writes(LAWYER, HOUR, back.formatted("null", "null", "null"));
        assertThat(of(LAWYER).payments()).as("taken back is taken back").allMatch(one -> one.takenBack()
                .isPresent());
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, "delete from award_payment"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void where_nothing_was_ordered_nothing_is_paid() throws Exception {
        matter = court.matter("ADHESION", "TRIAL");
        assertThat(reason("1", today)).isEqualTo("nothing-ordered");
    }

    @Test
    void it_is_her_lawyers_alone() throws Exception {
        note("10");
        for (Who other : List.of(LEAD, SUPERVISOR, SHIFT, new Who(13, 7, "LEL"), Care.ADMINISTRATOR)) {
            assertThat(care.sees(
                            other, HOUR, "select count(*) from award_payment where matter_id = '%s'".formatted(matter)))
                    .as(other.role())
                    .isEqualTo("0");
        }
        assertThat(door.reason(LEAD, doors -> doors.of(matter))).isEqualTo("legal-not-open");
    }

    private UUID paid(String amount) throws Exception {
        return of(LAWYER).payments().stream()
                .filter(one -> one.amount().compareTo(new BigDecimal(amount)) == 0
                        && one.takenBack().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<MatterId> unpaid() throws Exception {
        return care.as(LAWYER, HOUR, on -> on.of(RestitutionService.class).unpaid(null, 100)).items().stream()
                .map(Unpaid::matter)
                .toList();
    }

    /** For what closing waits. */
    private Optional<String> waits() throws Exception {
        return care.as(LAWYER, HOUR, on -> on.of(StageService.class).of(matter)).steps().stream()
                .filter(step -> step.stage().equals("CLOSED"))
                .findFirst()
                .orElseThrow()
                .waits();
    }

    private void file(String what) throws Exception {
        care.writes(LAWYER, HOUR, "update matter_file set %s where matter_id = '%s'".formatted(what, matter));
    }

    private void note(String amount) throws Exception {
        door.does(LAWYER, HOUR, doors -> doors.note(matter, payment(amount, today), null));
    }

    private String reason(String amount, LocalDate on) {
        return door.reason(LAWYER, doors -> doors.note(matter, payment(amount, on), null));
    }

    private static NewPayment payment(String amount, LocalDate on) {
        return new NewPayment(on, new BigDecimal(amount), "STATE_FUND");
    }

    private Payments of(Who who) throws Exception {
        return care.as(who, HOUR, on -> on.of(PaymentService.class).of(matter));
    }
}
