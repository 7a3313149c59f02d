package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A legal matter, by its random id without meaning. */
public record MatterId(UUID value) implements Id {
    public MatterId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static MatterId random() {
        return new MatterId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static MatterId of(String text) {
        return new MatterId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
