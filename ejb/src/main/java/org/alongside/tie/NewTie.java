package org.alongside.tie;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * The caller knows a survivor.
 *
 * @param caseCode the code of the case, as it is spoken of; of a file that they may open or not
 * @param tie code of tie
 */
public record NewTie(
        @NotNull @Size(max = 40) String caseCode,
        @NotNull @CodeOf("tie") String tie) {}
