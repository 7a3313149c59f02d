package org.alongside.access;

import java.util.Objects;
import java.util.UUID;

/**
 * Work in the background that a supervisor asked for: the database says from its own rows for whom it is done, whether it
 * still stands and how far it reaches, so that nothing that is said here can reach further.
 *
 * @param id of what was asked for
 */
public record Errand(Kind kind, UUID id) {
    /** What is done. */
    public enum Kind {
        /** Cases are opened from a file: writes what is written at intake. */
        IMPORT,
        /** The organisation's own cases are packed: reads what its caseworkers read. */
        EXPORT
    }

    public Errand {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }
}
