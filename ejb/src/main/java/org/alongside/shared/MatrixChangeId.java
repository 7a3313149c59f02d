package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A proposal to change the matrix of roles and kinds of information, by its random id without meaning. */
public record MatrixChangeId(UUID value) implements Id {
    public MatrixChangeId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static MatrixChangeId random() {
        return new MatrixChangeId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static MatrixChangeId of(String text) {
        return new MatrixChangeId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
