package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** One time at which somebody is asked how she is after her file was closed, by its random id without meaning. */
public record FollowUpId(UUID value) implements Id {
    public FollowUpId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static FollowUpId random() {
        return new FollowUpId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static FollowUpId of(String text) {
        return new FollowUpId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
