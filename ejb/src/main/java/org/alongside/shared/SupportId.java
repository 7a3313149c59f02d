package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** Something that was given to somebody who builds her own life, by its random id without meaning. */
public record SupportId(UUID value) implements Id {
    public SupportId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static SupportId random() {
        return new SupportId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static SupportId of(String text) {
        return new SupportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
