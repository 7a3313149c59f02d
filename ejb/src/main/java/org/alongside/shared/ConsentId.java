package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** What a survivor agreed to, for one organisation, by its random id without meaning. */
public record ConsentId(UUID value) implements Id {
    public ConsentId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ConsentId random() {
        return new ConsentId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ConsentId of(String text) {
        return new ConsentId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
