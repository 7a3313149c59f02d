package org.alongside.outcome;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.code.CodeOf;

/**
 * What she answered in a follow-up, all questions of a scale at once; its point is that of the follow-up.
 *
 * @param rater who answered, code of need_rater
 * @param answers one for each question, in their order
 */
public record NewLaterMeasure(
        @NotNull UUID scale,
        @NotNull @CodeOf("need_rater") String rater,
        @NotNull LocalDate measuredOn,
        @NotNull List<Integer> answers) {}
