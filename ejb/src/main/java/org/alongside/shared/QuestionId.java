package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A question after how she lives by now, by its random id without meaning. */
public record QuestionId(UUID value) implements Id {
    public QuestionId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static QuestionId random() {
        return new QuestionId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static QuestionId of(String text) {
        return new QuestionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
