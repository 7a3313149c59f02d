package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** The absence of a worker, by its random id without meaning. */
public record AbsenceId(UUID value) implements Id {
    public AbsenceId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static AbsenceId random() {
        return new AbsenceId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static AbsenceId of(String text) {
        return new AbsenceId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
