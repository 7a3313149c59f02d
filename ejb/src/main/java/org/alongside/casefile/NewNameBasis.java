package org.alongside.casefile;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.alongside.code.CodeOf;

/**
 * On what her name rests, as those who lead her case found.
 *
 * @param basis code of name_basis; that an authority confirmed it is said by its answer alone
 */
public record NewNameBasis(@NotNull @CodeOf("name_basis") String basis) {

    /**
     * Which authority was asked who she is, and what it answered.
     *
     * @param authority which kind, never a person: code of identity_authority
     * @param answer code of inquiry_answer
     * @param on on which day it was asked or answered
     */
    public record NewInquiry(
            @NotNull @CodeOf("identity_authority") String authority,
            @NotNull @CodeOf("inquiry_answer") String answer,
            @NotNull LocalDate on) {}
}
