package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** An offer to hand over the lead of a case, by its random id without meaning. */
public record HandoverId(UUID value) implements Id {
    public HandoverId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static HandoverId random() {
        return new HandoverId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static HandoverId of(String text) {
        return new HandoverId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
