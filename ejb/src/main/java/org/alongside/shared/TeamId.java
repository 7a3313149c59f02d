package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A small circle of workers of one organisation, by its random id without meaning. */
public record TeamId(UUID value) implements Id {
    public TeamId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static TeamId random() {
        return new TeamId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static TeamId of(String text) {
        return new TeamId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
