package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A request to take an organisation's own cases out, by its random id without meaning. */
public record ExportId(UUID value) implements Id {
    public ExportId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ExportId random() {
        return new ExportId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ExportId of(String text) {
        return new ExportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
