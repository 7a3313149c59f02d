package org.alongside.closing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.alongside.code.CodeOf;

/**
 * One try to reach her.
 *
 * @param at when, not in the future and not before the case was opened; null: now
 */
public record NewAttempt(
        Instant at,
        @NotNull @CodeOf("contact_channel") String channel,
        @NotNull @CodeOf("contact_outcome") String outcome) {
    /** Somebody spoke with her. */
    static final String REACHED = "REACHED";
}
