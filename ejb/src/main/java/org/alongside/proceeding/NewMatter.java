package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * A matter as its lawyer writes it.
 *
 * @param note the lawyer's own words: privileged, read by those of the lawyer's organisation who act for her
 * @param hearing when she must be somewhere next; null: nothing is set
 * @param needs what she needs for that hearing; none without one
 * @param protection what protects her in this matter
 * @param deadlineOn the last day for what the lawyer has to do next, in the lawyer's time zone; null: none runs
 */
public record NewMatter(
        @NotNull @CodeOf("proceeding_type") String track,
        @NotNull @CodeOf("proceeding_stage") String stage,
        @Size(max = 4000) String note,
        NewHearing hearing,
        @CodeOf("hearing_need") List<String> needs,
        @CodeOf("protection_measure") List<String> protection,
        LocalDate deadlineOn) {
    public NewMatter {
        needs = needs == null ? List.of() : needs.stream().distinct().sorted().toList();
        protection = protection == null
                ? List.of()
                : protection.stream().distinct().sorted().toList();
    }

    /**
     * When and where she must be.
     *
     * @param place what kind of place, never which
     */
    public record NewHearing(
            @NotNull Instant at,
            @NotNull @CodeOf("hearing_type") String type,
            @NotNull @CodeOf("hearing_place") String place,
            @NotNull @CodeOf("hearing_mode") String mode) {}
}
