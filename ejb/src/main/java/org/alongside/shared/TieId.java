package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A tie of somebody who works here to a survivor, by its random id without meaning. */
public record TieId(UUID value) implements Id {
    public TieId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static TieId random() {
        return new TieId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static TieId of(String text) {
        return new TieId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
