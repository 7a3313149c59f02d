package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A limit on somebody's stay in a house, by its random id without meaning. */
public record RestrictionId(UUID value) implements Id {
    public RestrictionId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static RestrictionId random() {
        return new RestrictionId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static RestrictionId of(String text) {
        return new RestrictionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
