package org.alongside.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.web.problem.Place;
import org.alongside.web.problem.Unacceptable;
import org.alongside.web.problem.Unacceptable.At;
import org.alongside.web.problem.Unacceptable.Kind;

/** Versions as entity tags: {@code ETag: "3"} on what is read, {@code If-Match: "3"} on what is changed. */
final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Versions() {}

    /** An answer with its entity tag. */
    static Response tagged(Object entity, int version) {
        return Response.ok(entity).tag(String.valueOf(version)).build();
    }

    /** The version that a change must be based on; refuses a request that names none. */
    static int required(String ifMatch) {
        return optional(ifMatch)
                .orElseThrow(() ->
                        new Unacceptable(Kind.UNBASED, new At(Place.header(HttpHeaders.IF_MATCH), "if-match-missing")));
    }

    /** The version that an act is based on, if the request names one; refuses anything but one strong tag. */
    static OptionalInt optional(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return OptionalInt.empty();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Unacceptable(Kind.UNREADABLE, new At(Place.header(HttpHeaders.IF_MATCH), "unknown-tag"));
        }
        return OptionalInt.of(Integer.parseInt(tag.group(1)));
    }
}
