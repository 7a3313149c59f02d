package org.alongside.shared;

import java.util.Objects;
import java.util.UUID;

/** What a lawyer is to see to so that a victim is not punished, by its random id without meaning. */
public record NonPunishmentId(UUID value) implements Id {
    public NonPunishmentId {
        Objects.requireNonNull(value);
    }

    /** A new id, random, so that it tells nothing of when or where. */
    public static NonPunishmentId random() {
        return new NonPunishmentId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address or a message; refuses anything else as not there. */
    public static NonPunishmentId of(String text) {
        return new NonPunishmentId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
