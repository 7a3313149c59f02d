package org.alongside.careplan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * Needs and strengths as they were found at one point. Domains that were not talked about are left out.
 *
 * @param point code of measure_point
 * @param rater who said where she stands, code of need_rater
 */
public record NewNeedsAssessment(
        @NotNull @CodeOf("measure_point") String point,
        @NotNull @CodeOf("need_rater") String rater,
        @NotNull LocalDate assessedOn,
        @NotNull List<NewFound> found) {

    /**
     * One domain.
     *
     * @param domain code of care_domain
     * @param level where she stands, code of need_level
     * @param need what is missing, in her words where she said it, or null
     * @param strength what she can build on, or null
     */
    public record NewFound(
            @NotNull @CodeOf("care_domain") String domain,
            @NotNull @CodeOf("need_level") String level,
            @Size(max = 300) String need,
            @Size(max = 300) String strength) {}
}
