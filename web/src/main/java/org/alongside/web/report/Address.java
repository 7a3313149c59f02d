package org.alongside.web.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;

/** Reads what the address of a page asks for; what is none of its kind is left out: null. */
public final class Address {
    private Address() {}

    public static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    static OrganisationId organisation(String text) {
        return id(text, OrganisationId::of);
    }

    public static <I> I id(String text, Function<String, I> reader) {
        try {
            return text == null ? null : reader.apply(text);
        } catch (Refusal none) {
            return null;
        }
    }

    public static <E extends Enum<E>> E code(Class<E> codes, String text) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
