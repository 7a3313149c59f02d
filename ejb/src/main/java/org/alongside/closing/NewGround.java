package org.alongside.closing;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.alongside.code.CodeOf;
import org.alongside.shared.MatterId;

/**
 * What is noted before a closing is proposed; what is left out is not known. Never an address.
 *
 * @param housing what kind of place she lives in, code of accommodation_type
 * @param housedSince since when, with the kind of place
 * @param safetyPlanOn when her safety plan was gone through with her, to live by without us
 * @param hotlineOn when she was given a number to call, on a card or by heart
 * @param talkedOn of which day the written closing conversation is
 * @param guardianWord what whoever stands for a child says, code of guardian_word
 * @param permits whether she has a permit that ends, code of closing_permits
 * @param permitUntil when the first of them ends
 * @param permitOwner who sees to it then, code of matter_owner
 */
public record NewGround(
        @CodeOf("accommodation_type") String housing,
        LocalDate housedSince,
        LocalDate safetyPlanOn,
        LocalDate hotlineOn,
        LocalDate talkedOn,
        @CodeOf("guardian_word") String guardianWord,
        @CodeOf("closing_permits") String permits,
        LocalDate permitUntil,
        @CodeOf("matter_owner") String permitOwner) {

    /**
     * Who sees to the next day of a legal matter once the file is closed; for that day only.
     *
     * @param owner code of matter_owner
     */
    public record NewHearingOwner(
            @NotNull MatterId matter,
            @NotNull @CodeOf("matter_owner") String owner) {}
}
