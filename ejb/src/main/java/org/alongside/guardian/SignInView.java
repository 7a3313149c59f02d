package org.alongside.guardian;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.SignInId;
import org.alongside.shared.WorkerId;

/**
 * That a guardian signs in: as which worker, since when, and why no more.
 *
 * @param state WAITING for a second person, COMING until the mandate begins, OPEN, OVER where it ended by its date, ENDED
 * @param since when it reached that state, or is to open; UTC
 * @param until when the mandate ends by its date, UTC; empty: no end is set
 * @param endReason code of sign_in_end; empty but where it is ENDED
 */
public record SignInView(
        SignInId id,
        WorkerId worker,
        String workerName,
        String organisationName,
        String state,
        WorkerId namedBy,
        String namedByName,
        Instant namedAt,
        Optional<String> agreedByName,
        Instant since,
        Optional<Instant> until,
        Optional<String> endReason) {
    /** Whether it opens something, or would without another act. */
    public boolean current() {
        return !"ENDED".equals(state) && !"OVER".equals(state);
    }
}
