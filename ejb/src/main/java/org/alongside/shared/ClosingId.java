package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A proposal to close a case, by its random id without meaning. */
public record ClosingId(UUID value) implements Id {
    public ClosingId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ClosingId random() {
        return new ClosingId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ClosingId of(String text) {
        return new ClosingId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
