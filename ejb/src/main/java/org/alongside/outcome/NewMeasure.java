package org.alongside.outcome;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.code.CodeOf;

/**
 * What she answered, all questions of a scale at once.
 *
 * @param point code of measure_point
 * @param rater who answered, code of need_rater
 * @param answers one for each question, in their order
 * @param leadMayKnow whether she says that who leads may know the sum
 */
public record NewMeasure(
        @NotNull UUID scale,
        @NotNull @CodeOf("measure_point") String point,
        @NotNull @CodeOf("need_rater") String rater,
        @NotNull LocalDate measuredOn,
        @NotNull List<Integer> answers,
        boolean leadMayKnow) {}
