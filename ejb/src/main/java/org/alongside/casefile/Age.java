package org.alongside.casefile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.alongside.code.CodeOf;
import org.alongside.shared.Check;

/**
 * How old she is, and on what that rests. Where it is not sure and she may be under 18, she is presumed a child
 * (DOMAIN 0.2, Council of Europe Convention article 10.3).
 *
 * @param basis code of age_basis
 * @param stated age in whole years as told or estimated, or null
 * @param birthDate from a document or told, or null
 * @param maybeChild the worker has reason to believe that she may be under 18
 */
public record Age(
        @NotNull @CodeOf("age_basis") String basis,
        @Min(0) @Max(120) Integer stated,
        LocalDate birthDate,
        boolean maybeChild) {
    static final int ADULT = 18;

    void check(Check check, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        check.that(stated == null || stated >= 0 && stated <= 120, "age.stated", "age-range")
                .that(birthDate == null || !birthDate.isAfter(today), "age.birthDate", "in-the-future")
                .that(birthDate == null || birthDate.isAfter(today.minusYears(121)), "age.birthDate", "too-long-ago")
                .that(!"DOCUMENTED".equals(basis) || birthDate != null, "age.birthDate", "missing")
                .that(
                        !("SELF_DECLARED".equals(basis) || "ESTIMATED".equals(basis))
                                || stated != null
                                || birthDate != null,
                        "age.stated",
                        "missing")
                .that(
                        stated == null || birthDate == null || Math.abs(years(birthDate, today) - stated) <= 1,
                        "age.stated",
                        "age-against-birth-date");
    }

    /** The best age in whole years on that day, if there is one. */
    OptionalInt years(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return birthDate != null
                ? OptionalInt.of(years(birthDate, today))
                : stated != null ? OptionalInt.of(stated) : OptionalInt.empty();
    }

    /**
     * Whether she is treated as a child. Only a sure age of 18, or a written assessment as an adult against which neither a
     * birth date nor a reason to doubt stands, says no: of two readings the one that protects her wins.
     */
    public boolean child(Instant now) {
        if (maybeChild
                || "PRESUMED_CHILD".equals(basis)
                || "ASSESSMENT_PENDING".equals(basis)
                || "ASSESSED_CHILD".equals(basis)) {
            return true;
        }
        if ("ASSESSED_ADULT".equals(basis)) {
            return birthDate != null
                    && years(birthDate, now.atZone(ZoneOffset.UTC).toLocalDate()) < ADULT;
        }
        OptionalInt years = years(now);
        return years.isEmpty() || years.getAsInt() < ADULT;
    }

    /** The band shown to others: code of age_band. */
    public String band(Instant now) {
        OptionalInt years = years(now);
        boolean child = child(now);
        if (years.isEmpty()) {
            return child ? "UNKNOWN_CHILD" : "UNKNOWN_ADULT";
        }
        int age = years.getAsInt();
        if (child) {
            return age < 6
                    ? "UNDER_6"
                    : age < 12 ? "6_11" : age < 15 ? "12_14" : age < ADULT ? "15_17" : "UNKNOWN_CHILD";
        }
        return age < ADULT
                ? "UNKNOWN_ADULT"
                : age < 25 ? "18_24" : age < 35 ? "25_34" : age < 45 ? "35_44" : age < 55 ? "45_54" : "55_PLUS";
    }

    private static int years(LocalDate birth, LocalDate today) {
        return Period.between(birth, today).getYears();
    }
}
