package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** That a worker is a child's guardian and signs in, by its random id without meaning. */
public record SignInId(UUID value) implements Id {
    public SignInId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static SignInId random() {
        return new SignInId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static SignInId of(String text) {
        return new SignInId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
