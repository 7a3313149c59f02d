package org.alongside.careplan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.alongside.code.CodeOf;

/**
 * A goal as it is written down with her.
 *
 * @param domain code of care_domain
 * @param statement what she wants, in her own words
 * @param priority code of goal_priority, as she puts it
 * @param targetOn by when she wants to be there, or null
 * @param baseline where she sets out from, code of need_level, or null where it is not measured
 * @param baselineOn the day on which she stood there; needed with {@code baseline}
 * @param target where she wants to be, code of need_level, or null
 */
public record NewGoal(
        @NotNull @CodeOf("care_domain") String domain,
        @NotNull @Size(max = 500) String statement,
        @NotNull @CodeOf("goal_priority") String priority,
        LocalDate targetOn,
        @CodeOf("need_level") String baseline,
        LocalDate baselineOn,
        @CodeOf("need_level") String target) {

    Optional<Measure> measure() {
        return baseline == null ? Optional.empty() : Optional.of(new Measure(baseline, baselineOn, target));
    }

    /**
     * Where a goal sets out from and where it is to lead.
     *
     * @param baseline code of need_level
     * @param target code of need_level, or null
     */
    public record Measure(String baseline, LocalDate baselineOn, String target) {}
}
