package org.alongside.closing;

import java.time.Instant;

/**
 * One try to reach her.
 *
 * @param channel code of contact_channel
 * @param outcome code of contact_outcome
 * @param safe whether it was by the channel that is safe for her now
 */
public record Attempt(Instant at, String channel, String outcome, boolean safe) {
    private static final String REACHED = "REACHED";

    boolean reached() {
        return REACHED.equals(outcome);
    }
}
