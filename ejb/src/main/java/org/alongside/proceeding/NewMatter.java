package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
 * @param compensation what is claimed for her; null: nothing
 */
public record NewMatter(
        @NotNull @CodeOf("proceeding_type") String track,
        @NotNull @CodeOf("proceeding_stage") String stage,
        @Size(max = 4000) String note,
        NewHearing hearing,
        @CodeOf("hearing_need") List<String> needs,
        @CodeOf("protection_measure") List<String> protection,
        LocalDate deadlineOn,
        NewCompensation compensation) {
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

    /**
     * Money for what was done to her; of each as much as is known.
     *
     * @param most the most that the law lets be paid, where it says so
     * @param currency of all amounts, ISO 4217
     * @param freezeAskedOn when freezing of the assets of whoever owes it was asked for
     * @param finalOn the final act, from which the time to apply to a fund runs
     */
    public record NewCompensation(
            BigDecimal claimed,
            BigDecimal ordered,
            BigDecimal paid,
            BigDecimal most,
            @Size(max = 3) String currency,
            LocalDate freezeAskedOn,
            LocalDate finalOn) {
        static final NewCompensation NOTHING = new NewCompensation(null, null, null, null, null, null, null);

        /** As it is kept: amounts with two decimals; null where nothing is said. */
        static NewCompensation kept(NewCompensation said) {
            return said == null || said.equals(NOTHING)
                    ? null
                    : new NewCompensation(
                            cents(said.claimed()),
                            cents(said.ordered()),
                            cents(said.paid()),
                            cents(said.most()),
                            said.currency(),
                            said.freezeAskedOn(),
                            said.finalOn());
        }

        private static BigDecimal cents(BigDecimal amount) {
            return amount == null ? null : amount.setScale(2, RoundingMode.UNNECESSARY);
        }
    }
}
