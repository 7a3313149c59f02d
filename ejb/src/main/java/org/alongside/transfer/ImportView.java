package org.alongside.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.ImportId;

/**
 * A file that was brought, how far it is, and what is wrong in it; never what stood in it.
 *
 * @param own the caller brought it and decides what becomes of it
 * @param format code of import_format
 * @param state what may be done with it
 * @param choice code of import_choice: what was chosen to be opened
 * @param total rows in the file
 * @param good rows that can be opened, or could when it was looked through
 * @param bad rows that cannot
 * @param known rows that became cases before
 * @param opened rows that became cases by this import
 * @param refused rows that could be opened when they were looked through and could not any more
 * @param movedAt when the last rows were opened
 * @param faults the first of what is wrong, by line
 */
public record ImportView(
        ImportId id,
        boolean own,
        String requestedBy,
        Instant uploadedAt,
        String format,
        String caseworker,
        ImportState state,
        Optional<String> choice,
        int total,
        int good,
        int bad,
        int known,
        int opened,
        int refused,
        Optional<Instant> begunAt,
        Optional<Instant> movedAt,
        Optional<Instant> endedAt,
        List<Fault> faults) {
    /** Where it stands. */
    public enum ImportState {
        /** Looked through; nothing is opened yet. */
        CHECKED,
        /** Cases are being opened. */
        RUNNING,
        /** Every row that was chosen has been opened or refused. */
        ENDED,
        /** Not wanted, or not begun within a day; nothing of it is kept. */
        DISCARDED
    }

    /** How much of what is to be opened is done, in whole percent. */
    public int percent() {
        return good == 0 ? 100 : (int) (100L * (opened + refused) / good);
    }
}
