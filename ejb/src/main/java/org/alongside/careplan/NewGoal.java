package org.alongside.careplan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.alongside.code.CodeOf;

/**
 * A goal as it is written down with her.
 *
 * @param domain code of care_domain
 * @param statement what she wants, in her own words
 * @param priority code of goal_priority, as she puts it
 * @param targetOn by when she wants to be there, or null
 */
public record NewGoal(
        @NotNull @CodeOf("care_domain") String domain,
        @NotNull @Size(max = 500) String statement,
        @NotNull @CodeOf("goal_priority") String priority,
        LocalDate targetOn) {}
