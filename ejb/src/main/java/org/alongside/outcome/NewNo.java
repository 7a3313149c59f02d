package org.alongside.outcome;

import jakarta.validation.constraints.NotNull;
import org.alongside.code.CodeOf;

/**
 * She does not want to be measured.
 *
 * @param answer code of measure_no: not this time, or not again while her file is open
 */
public record NewNo(@NotNull @CodeOf("measure_no") String answer) {}
