package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A room of a house, by its random id without meaning. */
public record RoomId(UUID value) implements Id {
    public RoomId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static RoomId random() {
        return new RoomId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static RoomId of(String text) {
        return new RoomId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
