package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import org.alongside.code.CodeOf;

/**
 * Something was written down by mistake.
 *
 * @param why what was wrong with it
 */
public record NewTakingBack(
        @NotNull @CodeOf("written_wrong") String why) {}
