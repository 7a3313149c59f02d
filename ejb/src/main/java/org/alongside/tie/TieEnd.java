package org.alongside.tie;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * Why a tie closes the file no more.
 *
 * @param reason code of tie_end
 * @param words what the supervisor found out, nothing about the survivor; absent: nothing to add
 */
public record TieEnd(
        @NotNull @CodeOf("tie_end") String reason,
        @Size(max = 500) String words) {}
