package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** An interview that police or prosecution ask for, by its random id without meaning. */
public record InterviewId(UUID value) implements Id {
    public InterviewId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static InterviewId random() {
        return new InterviewId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static InterviewId of(String text) {
        return new InterviewId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
