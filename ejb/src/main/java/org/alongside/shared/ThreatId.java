package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A threat that police or prosecution told, by its random id without meaning. */
public record ThreatId(UUID value) implements Id {
    public ThreatId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ThreatId random() {
        return new ThreatId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ThreatId of(String text) {
        return new ThreatId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
