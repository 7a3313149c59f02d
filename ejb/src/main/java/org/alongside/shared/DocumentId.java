package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A document in a case, by its random id without meaning. */
public record DocumentId(UUID value) implements Id {
    public DocumentId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static DocumentId of(String text) {
        return new DocumentId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
