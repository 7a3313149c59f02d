package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.CodeOf;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;

/** The door to what was really paid of what was ordered for her, payment by payment; her lawyer's alone. */
@Stateless
@PermitAll
public class PaymentService {
    private static final String MORE_THAN_ORDERED = "AL062";
    private static final int CENTS = 2;
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Inject
    HearingRecords matters;

    @Inject
    LawyersMatters whose;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** What was ordered, paid and is still open, with each payment, the newest first. Refuses {@code legal-not-open} to all but her lawyer. */
    @Requires(Permission.READ_LEGAL)
    public Payments of(MatterId matterId) {
        whose.forItsLawyer(matterId, callers.caller());
        List<Payment> payments = Sql.of(
                        em,
                        "select paid_on, amount::text, payer from award_payment where matter_id = :matter order by paid_on desc, noted_at desc, payment_id")
                .with("matter", matterId.value())
                .rows(row -> new Payment(row.date(0), new BigDecimal(row.text(1)), row.text(2)));
        return Sql.of(
                        em,
                        "select currency, ordered::text, coalesce(paid, 0)::text from matter_file where matter_id = :matter")
                .with("matter", matterId.value())
                .first(row -> {
                    Optional<BigDecimal> ordered =
                            Optional.ofNullable(row.text(1)).map(BigDecimal::new);
                    BigDecimal paid = new BigDecimal(row.text(2));
                    return new Payments(
                            Optional.ofNullable(row.text(0)),
                            ordered,
                            paid,
                            ordered.map(all -> all.subtract(paid)),
                            payments);
                })
                .orElseThrow(Refusal::notThere);
    }

    /**
     * Writes down a payment. Refuses {@code nothing-ordered}, {@code more-than-ordered} where with it more was paid than ordered, {@code in-the-future}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public void note(MatterId matterId, NewPayment written, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(written, "");
        BigDecimal amount = written.amount();
        check.that(
                        amount == null
                                || amount.signum() > 0
                                        && amount.compareTo(MOST) <= 0
                                        && amount.stripTrailingZeros().scale() <= CENTS,
                        "amount",
                        "no-amount")
                .that(
                        written.paidOn() == null || !written.paidOn().isAfter(workers.today(caller)),
                        "paidOn",
                        "in-the-future")
                .orRefuse();
        Payments now = of(matterId);
        BigDecimal open = now.open().orElseThrow(() -> Refusal.wrongState("nothing-ordered"));
        check.that(amount.compareTo(open) <= 0, "amount", "more-than-ordered").orRefuse();
        UUID id = UUID.randomUUID();
        if (once.perform(key, "NOTE_PAYMENT " + matterId, written, id, caller).isEmpty()) {
            add(id, matterId, written, caller);
        }
    }

    private void add(UUID id, MatterId matterId, NewPayment written, Caller caller) {
        OfMatter matter = matters.matter(matterId);
        try {
            Sql.of(em, """
                            insert into award_payment (payment_id, matter_id, case_id, organisation_id, paid_on, amount, payer, noted_at, noted_by)
                            values (:id, :matter, :case, :house, :on, cast(:amount as numeric), :payer, :now, :worker)
                            """)
                    .with("id", id)
                    .with("matter", matterId.value())
                    .with("case", matter.caseId().value())
                    .with("house", matter.lawyers().value())
                    .with("on", written.paidOn())
                    .with(
                            "amount",
                            written.amount()
                                    .setScale(CENTS, RoundingMode.UNNECESSARY)
                                    .toPlainString())
                    .with("payer", written.payer())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        } catch (Failed failed) {
            // somebody wrote another one down in this very moment
            throw MORE_THAN_ORDERED.equals(failed.state()) ? Refusal.invalid("amount", "more-than-ordered") : failed;
        }
    }

    /**
     * What was ordered and really paid.
     *
     * @param currency of all amounts, ISO 4217
     * @param open what was ordered and is not paid; absent: nothing was ordered
     */
    public record Payments(
            Optional<String> currency,
            Optional<BigDecimal> ordered,
            BigDecimal paid,
            Optional<BigDecimal> open,
            List<Payment> payments) {}

    /** @param payer code of award_payer */
    public record Payment(LocalDate paidOn, BigDecimal amount, String payer) {}

    /**
     * A payment.
     *
     * @param amount in the currency of the claim, at most two decimals
     */
    public record NewPayment(
            @NotNull LocalDate paidOn,
            @NotNull BigDecimal amount,
            @NotNull @CodeOf("award_payer") String payer) {}
}
