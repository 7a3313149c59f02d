package org.alongside.guardian;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.alongside.code.CodeOf;

/**
 * What was found to be best for a child in one question.
 *
 * @param about the question, code of best_interests_about
 * @param instrument how it was found, code of best_interests_instrument
 * @param result code of best_interests_result
 * @param decidedBy code of best_interests_decider
 * @param heard whether her own views were heard, apart from those of adults
 */
public record NewBestInterests(
        @NotNull @CodeOf("best_interests_about") String about,
        @NotNull @CodeOf("best_interests_instrument") String instrument,
        @NotNull @CodeOf("best_interests_result") String result,
        @NotNull LocalDate foundOn,
        @NotNull @CodeOf("best_interests_decider") String decidedBy,
        boolean heard,
        @Size(max = 1000) String words) {}
