package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** Care that cannot wait, by its random id without meaning. */
public record UrgentCareId(UUID value) implements Id {
    public UrgentCareId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static UrgentCareId random() {
        return new UrgentCareId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static UrgentCareId of(String text) {
        return new UrgentCareId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
