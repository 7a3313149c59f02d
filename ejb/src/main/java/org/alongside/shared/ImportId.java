package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A file of cases that was brought, by its random id without meaning. */
public record ImportId(UUID value) implements Id {
    public ImportId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ImportId random() {
        return new ImportId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ImportId of(String text) {
        return new ImportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
