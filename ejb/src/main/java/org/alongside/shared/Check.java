package org.alongside.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Gathers every reason before refusing, so that a person is told all of them at once. */
public final class Check {
    private final List<Reason> reasons = new ArrayList<>();

    /** Adds the reason where the condition does not hold, once. */
    public Check that(boolean holds, String field, String code, Object... values) {
        Reason reason = Reason.at(field, code, values);
        if (!holds && !reasons.contains(reason)) {
            reasons.add(reason);
        }
        return this;
    }

    /** A day that may be absent; if there, not after today, which is the caller's. */
    public Check notAhead(LocalDate day, LocalDate today, String field) {
        return that(day == null || !day.isAfter(today), field, "in-the-future");
    }

    /** A text that must be there, not only spaces, at most {@code max} characters, without control characters. */
    public Check text(String value, String field, int max) {
        if (value == null || value.isBlank()) {
            return that(false, field, "missing");
        }
        return optionalText(value, field, max);
    }

    /** A text that may be absent; if there, at most {@code max} characters and without control characters but line ends. */
    public Check optionalText(String value, String field, int max) {
        if (value == null) {
            return this;
        }
        that(value.codePointCount(0, value.length()) <= max, field, "too-long", max);
        return that(printable(value), field, "unprintable");
    }

    /** A code that must be there and be one that {@code known} knows. */
    public Check code(String value, String field, Predicate<String> known) {
        if (value == null || value.isBlank()) {
            return that(false, field, "missing");
        }
        return that(known.test(value), field, "unknown-code");
    }

    /** A code that may be absent; if there, one that {@code known} knows. */
    public Check optionalCode(String value, String field, Predicate<String> known) {
        return that(value == null || known.test(value), field, "unknown-code");
    }

    /** Codes that {@code known} knows; none is fine. */
    public Check codes(Iterable<String> values, String field, Predicate<String> known) {
        int at = 0;
        for (String value : values) {
            that(value != null && known.test(value), field + "." + at++, "unknown-code");
        }
        return this;
    }

    /** What was gathered so far, by its codes. */
    public List<String> codes() {
        return reasons.stream().map(Reason::code).distinct().toList();
    }

    /** Ends the check: refuses with all reasons gathered, if there are any. */
    public void orRefuse() {
        if (!reasons.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, reasons);
        }
    }

    /** Whether every character of a text can be kept and shown: no control characters but line ends, no half characters. */
    public static boolean printable(String text) {
        return text.codePoints().noneMatch(Check::unprintable);
    }

    private static boolean unprintable(int point) {
        return point != '\n' && point != '\r' && point != '\t' && Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE;
    }
}
