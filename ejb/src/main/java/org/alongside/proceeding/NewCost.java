package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.alongside.code.CodeOf;

/**
 * What was spent on a matter.
 *
 * @param amount at most two decimals
 * @param currency ISO 4217
 * @param spentOn not in the future
 * @param bearer who bears it
 */
public record NewCost(
        @NotNull @CodeOf("cost_kind") String kind,
        @NotNull BigDecimal amount,
        @NotNull @Size(max = 3) String currency,
        @NotNull LocalDate spentOn,
        @NotNull @CodeOf("cost_bearer") String bearer) {

    /** @param refundedOn when whoever bore it got it back, neither in the future nor before it was spent */
    public record NewRefund(@NotNull LocalDate refundedOn) {}
}
