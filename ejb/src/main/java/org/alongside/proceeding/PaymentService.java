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
import org.alongside.shared.Money;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;

/** The door to what was really paid of what was ordered for her, payment by payment; her lawyer's alone. */
@Stateless
@PermitAll
public class PaymentService {
    private static final String MORE_THAN_ORDERED = "AL062";
    private static final int CENTS = 2;

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Inject
    HearingRecords matters;

    @Inject
    MoneyRecords money;

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
        List<Payment> payments = money.payments(matterId);
        return Sql.of(
                        em,
                        "select currency, ordered::text, coalesce(paid, 0.00)::text from matter_file where matter_id = :matter")
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
     * Writes down a payment. Refuses {@code check-first}, {@code nothing-ordered}, {@code more-than-ordered} where with it more was paid than ordered,
     * {@code in-the-future}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public void note(MatterId matterId, NewPayment written, String key) {
        Caller caller = callers.caller();
        Check check = Fields.of(written, codes);
        Money.amount(check, written.amount(), "amount", 1);
        check.notAhead(written.paidOn(), workers.today(caller), "paidOn").orRefuse();
        Payments now = of(matterId);
        BigDecimal open = now.open().orElseThrow(() -> Refusal.wrongState("nothing-ordered"));
        check.that(written.amount().compareTo(open) <= 0, "amount", "more-than-ordered")
                .orRefuse();
        UUID id = UUID.randomUUID();
        OfMatter matter = matters.matter(matterId).afterTheCheck();
        if (once.perform(key, "NOTE_PAYMENT " + matterId, written, id, caller).isEmpty()) {
            add(id, matterId, matter, written, caller);
        }
    }

    /**
     * It was written down by mistake: it stays to be seen and does not count. What it paid is open again, also where the matter is closed, which it stays.
     * Refuses {@code taken-back-already}.
     */
    @Requires(Permission.WRITE_MATTER)
    public void takeBack(MatterId matterId, UUID payment, NewTakingBack said) {
        Caller caller = callers.caller();
        Fields.require(said, codes);
        whose.forItsLawyer(matterId, caller);
        if (money.payments(matterId).stream().noneMatch(one -> one.id().equals(payment))) {
            throw Refusal.notThere();
        }
        if (!money.takeBack(payment, said, caller)) {
            throw Refusal.wrongState("taken-back-already");
        }
    }

    private void add(UUID id, MatterId matterId, OfMatter matter, NewPayment written, Caller caller) {
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

    /**
     * What was paid at once.
     *
     * @param payer code of award_payer
     * @param takenBack that it was written down by mistake; absent: it counts
     */
    public record Payment(UUID id, LocalDate paidOn, BigDecimal amount, String payer, Optional<TakenBack> takenBack) {}

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
