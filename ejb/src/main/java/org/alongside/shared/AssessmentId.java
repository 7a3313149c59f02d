package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** An assessment of risk, by its random id without meaning. */
public record AssessmentId(UUID value) implements Id {
    public AssessmentId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static AssessmentId random() {
        return new AssessmentId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static AssessmentId of(String text) {
        return new AssessmentId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
