package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A step towards a goal, by its random id without meaning. */
public record StepId(UUID value) implements Id {
    public StepId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static StepId random() {
        return new StepId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static StepId of(String text) {
        return new StepId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
