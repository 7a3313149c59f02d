package org.alongside.matrix;

import java.time.Instant;
import java.util.Optional;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.shared.MatrixChangeId;

/**
 * A proposed change of one cell of the matrix, and what became of it.
 *
 * @param own the caller proposed it
 * @param effect whether it opens or closes
 * @param reason why, in the words of the one who proposes
 * @param version the version that it made, once it is confirmed
 */
public record MatrixChangeView(
        MatrixChangeId id,
        Role role,
        Category category,
        Access before,
        Access after,
        Access.Effect effect,
        String reason,
        boolean own,
        String proposedBy,
        Instant proposedAt,
        ChangeState state,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Integer> version) {
    /** Where it stands. */
    public enum ChangeState {
        /** Waits for another administrator. */
        PROPOSED,
        /** Another administrator has confirmed it: it is in force, or was until a later one. */
        CONFIRMED,
        /** An administrator has refused it, or whoever proposed it has taken it back. */
        REFUSED
    }
}
