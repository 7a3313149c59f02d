package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** An emergency access, by its random id without meaning. */
public record EmergencyAccessId(UUID value) implements Id {
    public EmergencyAccessId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static EmergencyAccessId random() {
        return new EmergencyAccessId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static EmergencyAccessId of(String text) {
        return new EmergencyAccessId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
