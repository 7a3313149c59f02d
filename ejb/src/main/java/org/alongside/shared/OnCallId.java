package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A time for which somebody is on call, by its random id without meaning. */
public record OnCallId(UUID value) {
    public OnCallId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static OnCallId random() {
        return new OnCallId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static OnCallId of(String text) {
        return new OnCallId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
