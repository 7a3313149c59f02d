package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A house by its code name, by its random id without meaning. */
public record FacilityId(UUID value) implements Id {
    public FacilityId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static FacilityId random() {
        return new FacilityId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static FacilityId of(String text) {
        return new FacilityId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
