package org.alongside.closing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/** Why a closed case is opened again: code of reopening_reason; words are needed where the reason is OTHER. */
public record NewReopening(
        @NotNull @CodeOf("reopening_reason") String reason,
        @Size(max = 1000) String words) {}
