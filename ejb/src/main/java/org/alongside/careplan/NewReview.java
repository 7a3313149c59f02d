package org.alongside.careplan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * That the plan was looked at again.
 *
 * @param herPart code of review_part: whether she was there
 * @param herWords what she said of it, or null
 * @param outcome code of plan_review_outcome
 * @param words what else is to be kept, or null
 */
public record NewReview(
        @NotNull @CodeOf("review_part") String herPart,
        @Size(max = 500) String herWords,
        @NotNull @CodeOf("plan_review_outcome") String outcome,
        @Size(max = 500) String words) {}
