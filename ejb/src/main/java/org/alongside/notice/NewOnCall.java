package org.alongside.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.alongside.shared.WorkerId;

/** Somebody is to be on call: not longer than 31 days at once, not wholly past, not more than a year ahead. */
public record NewOnCall(
        @NotNull WorkerId worker,
        @NotNull Instant from,
        @NotNull Instant until) {}
