package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** How somebody goes back or stays, and builds her own life, by its random id without meaning. */
public record ReintegrationId(UUID value) implements Id {
    public ReintegrationId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ReintegrationId random() {
        return new ReintegrationId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ReintegrationId of(String text) {
        return new ReintegrationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
