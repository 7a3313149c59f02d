package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** Somebody who is kept out, by a random id without meaning. */
public record ExcludedPersonId(UUID value) implements Id {
    public ExcludedPersonId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ExcludedPersonId random() {
        return new ExcludedPersonId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ExcludedPersonId of(String text) {
        return new ExcludedPersonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
