package org.alongside.transfer;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.ExportId;

/**
 * A request to take the organisation's own cases out, and how far it is.
 *
 * @param own the caller asked for it
 * @param reason why, in the words of the one who asks; nothing about a survivor
 * @param cases how many are in the file, once it is packed
 * @param passphraseLost the server stopped before the file was packed: it must be typed again
 * @param expiresAt until when the file can be fetched, once
 */
public record ExportView(
        ExportId id,
        boolean own,
        String requestedBy,
        Instant requestedAt,
        String reason,
        ExportState state,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Integer> cases,
        boolean passphraseLost,
        Optional<Instant> expiresAt) {
    /** Whether its next step is the reader's. */
    public boolean waitsForReader() {
        return own ? state == ExportState.APPROVED || state == ExportState.READY : state == ExportState.ASKED;
    }

    /** Where it stands. */
    public enum ExportState {
        /** Waits for another supervisor. */
        ASKED,
        /** Another supervisor has refused it. */
        REFUSED,
        /** Another supervisor has approved it; whoever asked types the passphrase. */
        APPROVED,
        /** Is being packed. */
        PACKING,
        /** Can be fetched, once. */
        READY,
        /** Was fetched and erased. */
        FETCHED,
        /** Was not fetched within a day and is erased, or not packed within a week. */
        EXPIRED
    }
}
