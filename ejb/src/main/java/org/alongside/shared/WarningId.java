package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** That a counsellor carries too much, by its random id without meaning. */
public record WarningId(UUID value) implements Id {
    public WarningId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static WarningId random() {
        return new WarningId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static WarningId of(String text) {
        return new WarningId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
