package org.alongside.safety;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * What was done about an alert.
 *
 * @param outcome code of alert_outcome
 * @param words what was done, and what changes in her plan
 */
public record NewSettlement(
        @NotNull @CodeOf("alert_outcome") String outcome,
        @NotNull @Size(max = 2000) String words) {}
