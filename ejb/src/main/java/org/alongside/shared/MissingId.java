package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** An episode of being missing, by its random id without meaning. */
public record MissingId(UUID value) implements Id {
    public MissingId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static MissingId random() {
        return new MissingId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static MissingId of(String text) {
        return new MissingId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
