package org.alongside.proceeding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.proceeding.PaymentService.Payment;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;

/**
 * The money of one survivor: what was claimed, ordered and really paid in each matter, and what she has of it.
 *
 * @param inHand one line a currency
 */
public record Restitution(CaseId caseId, List<Award> awards, List<InHand> inHand) {

    /**
     * What one matter is about in money. Amounts are in its currency.
     *
     * @param number number of the matter in the file
     * @param track code of proceeding_type
     * @param stage code of proceeding_stage
     * @param open what was ordered and is not paid; absent: nothing was ordered
     * @param payments the newest first; what was said to be paid before payments were written down one by one is not among them
     */
    public record Award(
            MatterId matter,
            int number,
            String track,
            String stage,
            Optional<String> currency,
            Optional<BigDecimal> claimed,
            Optional<BigDecimal> ordered,
            BigDecimal paid,
            Optional<BigDecimal> open,
            List<Payment> payments) {}

    /**
     * What she really has.
     *
     * @param paid what was paid to her
     * @param spent costs that she bore and did not get back
     * @param inHand the one less the other; below nothing: it cost her more than it brought until now
     */
    public record InHand(String currency, BigDecimal paid, BigDecimal spent, BigDecimal inHand) {}

    /**
     * An award of which something is not paid.
     *
     * @param caseCode the code of the case
     * @param number the number of the matter in the file, from 1
     * @param openedOn since when there is the matter, UTC
     */
    public record Unpaid(
            MatterId matter,
            CaseId caseId,
            String caseCode,
            int number,
            LocalDate openedOn,
            String track,
            String stage,
            String currency,
            BigDecimal ordered,
            BigDecimal open) {}

    /**
     * What a matter cost.
     *
     * @param sums one line a currency
     */
    public record Costs(List<Cost> costs, List<CostSum> sums) {}

    /**
     * What was spent.
     *
     * @param kind code of cost_kind
     * @param bearer code of cost_bearer
     * @param refundedOn when whoever bore it got it back
     * @param takenBack that it was written down by mistake; absent: it counts
     */
    public record Cost(
            UUID id,
            String kind,
            BigDecimal amount,
            String currency,
            LocalDate spentOn,
            String bearer,
            Optional<LocalDate> refundedOn,
            Optional<TakenBack> takenBack) {}

    /**
     * Costs of one currency.
     *
     * @param all what was spent
     * @param refunded what of it came back
     * @param hers what she bore and did not get back
     */
    public record CostSum(String currency, BigDecimal all, BigDecimal refunded, BigDecimal hers) {}
}
