package org.alongside.web.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

/** Reads what a query asks for; refuses, beside its name, what is not of its kind. What is absent stays absent: null. */
final class Asked {
    private Asked() {}

    static OrganisationId organisation(String text, String field) {
        return id(text, OrganisationId::of, field);
    }

    static WorkerId worker(String text, String field) {
        return id(text, WorkerId::of, field);
    }

    private static <I> I id(String text, Function<String, I> reader, String field) {
        try {
            return text == null ? null : reader.apply(text);
        } catch (Refusal none) {
            throw wrong(field, "not-an-id");
        }
    }

    static LocalDate day(String text, String field) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 9998) {
                throw wrong(field, "not-a-date");
            }
            return day;
        } catch (DateTimeParseException none) {
            throw wrong(field, "not-a-date");
        }
    }

    static <E extends Enum<E>> E code(Class<E> codes, String text, String field) {
        return text == null
                ? null
                : Arrays.stream(codes.getEnumConstants())
                        .filter(code -> code.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> wrong(field, "unknown-code"));
    }

    private static Refusal wrong(String field, String code) {
        return new Refusal(Refusal.Kind.INVALID, List.of(Reason.at(field, code)));
    }
}
