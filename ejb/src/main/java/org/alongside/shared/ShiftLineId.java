package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** One line of what a shift leaves, by its random id without meaning. */
public record ShiftLineId(UUID value) implements Id {
    public ShiftLineId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ShiftLineId random() {
        return new ShiftLineId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ShiftLineId of(String text) {
        return new ShiftLineId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
