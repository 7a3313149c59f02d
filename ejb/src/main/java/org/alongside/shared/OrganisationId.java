package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** A partner organisation, by its random id without meaning. */
public record OrganisationId(UUID value) implements Id {
    public OrganisationId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static OrganisationId random() {
        return new OrganisationId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static OrganisationId of(String text) {
        return new OrganisationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
