package org.alongside.web.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where in a request something is wrong.
 *
 * @param in which part of the request
 * @param name a JSON pointer, or the name of the parameter or header
 */
public record Place(In in, String name) {

    private static final Place NOWHERE = new Place(In.NOWHERE, "");

    /** The part of the request. */
    public enum In {
        BODY,
        PARAMETER,
        HEADER,
        NOWHERE
    }

    /** The request as a whole. */
    public static Place nowhere() {
        return NOWHERE;
    }

    public static Place parameter(String name) {
        return new Place(In.PARAMETER, name);
    }

    public static Place header(String name) {
        return new Place(In.HEADER, name);
    }

    /** A place in the body, by its JSON pointer. */
    public static Place body(String pointer) {
        return new Place(In.BODY, pointer);
    }

    /**
     * Where a reason of a door belongs.
     *
     * @param field a dotted path of the record that was handed in
     * @param hasBody whether the request has a body; without one, fields are parameters
     */
    static Place of(String field, boolean hasBody) {
        if (field.isEmpty()) {
            return NOWHERE;
        }
        if (field.indexOf('-') >= 0) {
            return header(field);
        }
        return hasBody ? body(pointer(field.split("\\."))) : parameter(field);
    }

    static String pointer(String... steps) {
        return Arrays.stream(steps)
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
