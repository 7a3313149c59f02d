package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** Somebody who stands for a child, by a random id without meaning. */
public record GuardianId(UUID value) implements Id {
    public GuardianId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static GuardianId random() {
        return new GuardianId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static GuardianId of(String text) {
        return new GuardianId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
