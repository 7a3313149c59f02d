package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * A hearing as her lawyer sets it.
 *
 * @param at when she must be there
 * @param place what kind of place, never which
 * @param mode how she takes part
 * @param needs what she needs there
 * @param protection what is asked of the court to protect her there; what it has answered already stays
 */
public record NewHearingDay(
        @NotNull Instant at,
        @NotNull @CodeOf("hearing_type") String type,
        @NotNull @CodeOf("hearing_place") String place,
        @NotNull @CodeOf("hearing_mode") String mode,
        @CodeOf("hearing_need") List<String> needs,
        @CodeOf("hearing_protection") List<String> protection) {
    public NewHearingDay {
        needs = needs == null ? List.of() : needs.stream().distinct().sorted().toList();
        protection = protection == null
                ? List.of()
                : protection.stream().distinct().sorted().toList();
    }

    /**
     * What the court answered.
     *
     * @param measure what was asked for
     * @param answeredOn on which day, in the lawyer's zone; null: today
     */
    public record NewProtectionAnswer(
            @NotNull @CodeOf("hearing_protection") String measure,
            @NotNull @CodeOf("protection_answer") String answer,
            LocalDate answeredOn) {}

    /**
     * What became of it.
     *
     * @param note the lawyer's own words: privileged
     */
    public record NewHearingResult(
            @NotNull @CodeOf("hearing_result") String result,
            @Size(max = 2000) String note) {}
}
