package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** What she keeps from one organisation, by its random id without meaning. */
public record ExclusionId(UUID value) implements Id {
    public ExclusionId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ExclusionId random() {
        return new ExclusionId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ExclusionId of(String text) {
        return new ExclusionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
