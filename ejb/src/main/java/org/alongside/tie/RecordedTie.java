package org.alongside.tie;

import jakarta.validation.constraints.NotNull;
import org.alongside.code.CodeOf;
import org.alongside.shared.WorkerId;

/**
 * A supervisor found out that one of their people knows the survivor.
 *
 * @param worker who; they are not told
 * @param tie code of tie
 */
public record RecordedTie(
        @NotNull WorkerId worker, @NotNull @CodeOf("tie") String tie) {}
