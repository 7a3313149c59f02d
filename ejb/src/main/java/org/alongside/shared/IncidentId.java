package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** Something that went wrong in a house, by its random id without meaning. */
public record IncidentId(UUID value) implements Id {
    public IncidentId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static IncidentId random() {
        return new IncidentId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static IncidentId of(String text) {
        return new IncidentId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
