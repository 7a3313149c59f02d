package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A request for help from one organisation to another, by its random id without meaning. */
public record ReferralId(UUID value) implements Id {
    public ReferralId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static ReferralId random() {
        return new ReferralId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static ReferralId of(String text) {
        return new ReferralId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
