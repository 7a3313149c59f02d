package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** Text that a worker has begun and not yet handed in, by its random id without meaning. */
public record DraftId(UUID value) implements Id {
    public DraftId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static DraftId random() {
        return new DraftId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static DraftId of(String text) {
        return new DraftId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
