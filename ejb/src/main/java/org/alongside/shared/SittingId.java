package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** An hour of a counsellor, by its random id without meaning. */
public record SittingId(UUID value) implements Id {
    public SittingId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static SittingId random() {
        return new SittingId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static SittingId of(String text) {
        return new SittingId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
