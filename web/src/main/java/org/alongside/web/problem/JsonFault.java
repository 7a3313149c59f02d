package org.alongside.web.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.alongside.web.problem.Unacceptable.At;
import org.alongside.web.problem.Unacceptable.Kind;

/** Says what is wrong with a body and where, from what the JSON reader found; never with its words, which repeat the body. */
final class JsonFault {

    private static final Map<Class<?>, String> CODES = Map.of(
            Instant.class, "not-a-time",
            LocalDate.class, "not-a-date",
            Duration.class, "not-a-duration");

    private JsonFault() {}

    /** The body is no JSON, or JSON of a kind that is never read: a name twice, something behind it; or a number is too large. */
    static Unacceptable unreadable(StreamReadException fault) {
        JsonParser parser = fault.getProcessor();
        String pointer =
                parser == null ? "" : parser.getParsingContext().pathAsPointer().toString();
        return fault instanceof InputCoercionException
                ? new Unacceptable(Kind.INVALID, new At(Place.body(pointer), "wrong-type"))
                : new Unacceptable(Kind.UNREADABLE, new At(Place.body(pointer), "not-json"));
    }

    /** The body is deeper, or one of its texts longer, than anything that is asked for. */
    static Unacceptable excessive(StreamConstraintsException fault) {
        return new Unacceptable(Kind.UNREADABLE, new At(Place.nowhere(), "too-deep-or-long"));
    }

    /** The body is JSON and does not fit what is asked for. */
    static Unacceptable misfit(JsonMappingException fault) {
        Place place = Place.body(Place.pointer(fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .toArray(String[]::new)));
        return new Unacceptable(Kind.INVALID, new At(place, code(fault)));
    }

    private static String code(JsonMappingException fault) {
        if (fault instanceof UnrecognizedPropertyException) {
            return "unknown-field";
        }
        if (fault instanceof InvalidNullException) {
            return "missing";
        }
        if (fault instanceof InvalidFormatException wrong && wrong.getValue() instanceof String) {
            Class<?> wanted = wrong.getTargetType();
            if (wanted.isEnum()) {
                return "unknown-code";
            }
            return wanted.getSimpleName().endsWith("Id") ? "not-an-id" : CODES.getOrDefault(wanted, "wrong-type");
        }
        return "wrong-type";
    }
}
