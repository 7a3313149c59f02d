package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A counsellor's group, by its random id without meaning. */
public record GroupId(UUID value) implements Id {
    public GroupId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static GroupId random() {
        return new GroupId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static GroupId of(String text) {
        return new GroupId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
