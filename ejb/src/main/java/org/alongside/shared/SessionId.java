package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** One person's session with a counsellor, by its random id without meaning. */
public record SessionId(UUID value) implements Id {
    public SessionId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static SessionId random() {
        return new SessionId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static SessionId of(String text) {
        return new SessionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
