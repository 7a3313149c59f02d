package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** What a shift leaves to the next, by its random id without meaning. */
public record ShiftNoteId(UUID value) implements Id {
    public ShiftNoteId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ShiftNoteId random() {
        return new ShiftNoteId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ShiftNoteId of(String text) {
        return new ShiftNoteId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
