package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A service that an organisation offers, by its random id without meaning. */
public record ServiceId(UUID value) implements Id {
    public ServiceId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ServiceId random() {
        return new ServiceId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ServiceId of(String text) {
        return new ServiceId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
