package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A survivor's file, by its random id without meaning. */
public record CaseId(UUID value) implements Id {
    public CaseId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static CaseId of(String text) {
        return new CaseId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
