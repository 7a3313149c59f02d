package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A goal of a care plan, by its random id without meaning. */
public record GoalId(UUID value) implements Id {
    public GoalId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static GoalId random() {
        return new GoalId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static GoalId of(String text) {
        return new GoalId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
