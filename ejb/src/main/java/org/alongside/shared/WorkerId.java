package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A person who works in an organisation, by its random id without meaning. */
public record WorkerId(UUID value) implements Id {
    public WorkerId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static WorkerId random() {
        return new WorkerId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static WorkerId of(String text) {
        return new WorkerId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
