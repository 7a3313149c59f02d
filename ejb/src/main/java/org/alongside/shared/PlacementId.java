package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A placement, by its random id without meaning. */
public record PlacementId(UUID value) implements Id {
    public PlacementId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static PlacementId random() {
        return new PlacementId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static PlacementId of(String text) {
        return new PlacementId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
