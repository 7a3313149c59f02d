package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** An alert, by its random id without meaning. */
public record AlertId(UUID value) implements Id {
    public AlertId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static AlertId random() {
        return new AlertId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static AlertId of(String text) {
        return new AlertId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
