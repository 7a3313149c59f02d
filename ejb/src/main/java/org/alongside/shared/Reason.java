package org.alongside.shared;

import java.util.List;
import java.util.Objects;

/**
 * One reason of a refusal.
 *
 * @param field the field it belongs to as a dotted path of the record handed in, empty where it concerns the whole
 * @param code key of the words shown, {@code reason.<code>} in the bundles
 * @param values what the words mention: numbers, instants, durations and codes, never a name or a typed text
 */
public record Reason(String field, String code, List<Object> values) {
    public Reason {
        Objects.requireNonNull(field);
        Objects.requireNonNull(code);
        values = List.copyOf(values);
    }

    public static Reason of(String code, Object... values) {
        return new Reason("", code, List.of(values));
    }

    public static Reason at(String field, String code, Object... values) {
        return new Reason(field, code, List.of(values));
    }
}
