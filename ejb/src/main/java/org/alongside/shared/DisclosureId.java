package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A disclosure without consent, by its random id without meaning. */
public record DisclosureId(UUID value) implements Id {
    public DisclosureId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static DisclosureId random() {
        return new DisclosureId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static DisclosureId of(String text) {
        return new DisclosureId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
