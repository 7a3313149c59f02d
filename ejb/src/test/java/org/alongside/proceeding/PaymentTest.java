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
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.proceeding.PaymentService.Payments;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.MatterId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was really paid of what was ordered: payment by payment, never more, and what is not paid stays open. */
class PaymentTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = Court.LAWYER;

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
    void when_it_was_written_down_is_never_of_the_writers_choosing() {
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, """
                insert into award_payment (payment_id, matter_id, case_id, organisation_id, paid_on, amount, payer, noted_at, noted_by)
                  select gen_random_uuid(), matter_id, case_id, organisation_id, current_date + 300, 5, 'OTHER', caller_now() + interval '300 days',
                         caller_worker() from matter where matter_id = '%s'
                """.formatted(matter)))
                .hasMessageContaining("at_that_time");
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
