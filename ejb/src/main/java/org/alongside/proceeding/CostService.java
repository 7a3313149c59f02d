package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.proceeding.LawyersMatters.Kept;
import org.alongside.proceeding.NewCost.NewRefund;
import org.alongside.proceeding.Restitution.Cost;
import org.alongside.proceeding.Restitution.Costs;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Money;
import org.alongside.shared.Refusal;

/** The door to what a matter costs: her lawyer's alone. Refuses {@code legal-not-open} to everybody else. */
@Stateless
@PermitAll
public class CostService {
    @Inject
    CallerContext callers;

    @Inject
    LawyersMatters matters;

    @Inject
    MoneyRecords records;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** What was spent, the newest first, and its sums. */
    @Requires(Permission.READ_RESTITUTION)
    public Costs of(MatterId matterId) {
        matters.kept(matterId, callers.caller());
        return new Costs(records.costs(matterId), records.sums(matterId));
    }

    /**
     * Writes down what was spent. Refuses {@code check-first}, {@code no-amount}, {@code unknown-currency}, {@code in-the-future}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.NOTE_COST)
    public UUID note(MatterId matterId, NewCost cost, String key) {
        Caller caller = callers.caller();
        Kept matter = matters.open(matterId, caller);
        Check check = Fields.of(cost, codes);
        Money.amount(check, cost.amount(), "amount", 1);
        Money.currency(check, cost.currency(), "currency");
        check.notAhead(cost.spentOn(), workers.today(caller), "spentOn").orRefuse();
        UUID id = UUID.randomUUID();
        return once.perform(key, "NOTE_COST " + matterId, cost, id, caller).orElseGet(() -> {
            records.add(id, matter, cost, caller);
            return id;
        });
    }

    /** Whoever bore it got it back. Refuses {@code in-the-future}, {@code refunded-before-spent}, {@code cost-turned-already}. */
    @Requires(Permission.NOTE_COST)
    public void refund(MatterId matterId, UUID cost, NewRefund refund) {
        Caller caller = callers.caller();
        matters.kept(matterId, caller);
        Check check = Fields.of(refund, codes);
        check.orRefuse();
        Cost there = find(matterId, cost);
        check.notAhead(refund.refundedOn(), workers.today(caller), "refundedOn")
                .that(!refund.refundedOn().isBefore(there.spentOn()), "refundedOn", "refunded-before-spent")
                .orRefuse();
        turned(records.refund(cost, refund.refundedOn()));
    }

    /** It was written down by mistake: it stays and does not count. Refuses {@code cost-turned-already}. */
    @Requires(Permission.NOTE_COST)
    public void withdraw(MatterId matterId, UUID cost, NewTakingBack said) {
        Caller caller = callers.caller();
        Fields.require(said, codes);
        matters.kept(matterId, caller);
        find(matterId, cost);
        turned(records.withdraw(cost, said, caller));
    }

    private static void turned(boolean itWas) {
        if (!itWas) {
            throw Refusal.wrongState("cost-turned-already");
        }
    }

    private Cost find(MatterId matterId, UUID cost) {
        return records.costs(matterId).stream()
                .filter(one -> one.id().equals(cost))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }
}
