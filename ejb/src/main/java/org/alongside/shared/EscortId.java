package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** An escort to a house, by its random id without meaning. */
public record EscortId(UUID value) implements Id {
    public EscortId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static EscortId random() {
        return new EscortId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static EscortId of(String text) {
        return new EscortId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
