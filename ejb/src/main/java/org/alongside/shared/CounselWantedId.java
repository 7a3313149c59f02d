package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** That another lawyer is to be found in a matter, by its random id without meaning. */
public record CounselWantedId(UUID value) implements Id {
    public CounselWantedId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static CounselWantedId random() {
        return new CounselWantedId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static CounselWantedId of(String text) {
        return new CounselWantedId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
