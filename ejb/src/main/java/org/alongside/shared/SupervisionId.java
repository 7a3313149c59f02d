package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** That somebody supervises a counsellor, by its random id without meaning. */
public record SupervisionId(UUID value) implements Id {
    public SupervisionId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static SupervisionId random() {
        return new SupervisionId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static SupervisionId of(String text) {
        return new SupervisionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
