package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A bed, by its random id without meaning. */
public record BedId(UUID value) implements Id {
    public BedId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static BedId random() {
        return new BedId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static BedId of(String text) {
        return new BedId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
