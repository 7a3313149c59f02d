package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A subpoena or court order that came, by its random id without meaning. */
public record CourtOrderId(UUID value) implements Id {
    public CourtOrderId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static CourtOrderId random() {
        return new CourtOrderId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static CourtOrderId of(String text) {
        return new CourtOrderId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
