package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A choice of cases that somebody keeps, by its random id without meaning. */
public record FilterId(UUID value) {
    public FilterId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static FilterId random() {
        return new FilterId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static FilterId of(String text) {
        return new FilterId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
