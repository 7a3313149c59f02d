package org.alongside.casefile;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether she knows.
 *
 * @param at when she, or her guardian, was told
 * @param whom code of told_whom
 * @param channel code of contact_channel
 * @param why why not yet, code of not_told_reason
 * @param lookAgainAt when it is asked again
 */
public record Told(
        Optional<Instant> at,
        Optional<String> whom,
        Optional<String> channel,
        Optional<String> why,
        Optional<Instant> lookAgainAt) {}
