package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** What she said of a purpose, by its random id without meaning. */
public record PurposeAnswerId(UUID value) implements Id {
    public PurposeAnswerId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static PurposeAnswerId random() {
        return new PurposeAnswerId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static PurposeAnswerId of(String text) {
        return new PurposeAnswerId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
