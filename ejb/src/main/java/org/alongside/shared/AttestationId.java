package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A request to attest return or destruction, by its random id without meaning. */
public record AttestationId(UUID value) implements Id {
    public AttestationId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static AttestationId random() {
        return new AttestationId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static AttestationId of(String text) {
        return new AttestationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
