package org.alongside.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/**
 * Somebody who works or worked in an organisation, as its administrator sees them.
 *
 * @param roles codes of user_role, as they were given here
 * @param login how their login stands
 * @param failure why the login could not be made or closed yet: AWAY, REFUSED, TAKEN, NOT_SET_UP or UNEXPECTED
 * @param triedAt when it was last tried
 * @param letterFailed whether the provider could not send the letter by which they choose a password
 */
public record WorkerView(
        WorkerId id,
        OrganisationId organisation,
        String name,
        List<String> roles,
        Optional<String> team,
        Login login,
        Optional<String> username,
        Optional<String> email,
        Optional<Instant> invitedAt,
        Optional<Instant> leftAt,
        Optional<String> failure,
        Optional<Instant> triedAt,
        boolean letterFailed) {

    /** How a login stands. */
    public enum Login {
        /** Asked for, not made yet. */
        INVITED,
        /** They can sign in. */
        OPEN,
        /** Left: our door is closed, the provider does not know yet. */
        CLOSING,
        /** Left: closed everywhere. */
        CLOSED;

        static Login of(boolean left, boolean linked, boolean settled) {
            if (left) {
                return settled ? CLOSED : CLOSING;
            }
            return linked ? OPEN : INVITED;
        }
    }

    /** Whether a person has to look at it. */
    public boolean troubled() {
        return failure.isPresent();
    }
}
