package org.alongside.careplan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * How a goal ended.
 *
 * @param status MET, PARTLY_MET, NOT_MET or DROPPED
 * @param reason code of goal_end_reason; not for a goal that is met
 * @param words what else is to be said, or null
 * @param confirmedByHer whether she says so herself: without it a goal is not met
 */
public record Ending(
        @NotNull GoalStatus status,
        @CodeOf("goal_end_reason") String reason,
        @Size(max = 500) String words,
        boolean confirmedByHer) {}
