package org.alongside.housing;

import java.time.Instant;
import java.util.Optional;

/**
 * A night for which no place was known.
 *
 * @param answer what who leads said to it: code of placement_gap_answer
 * @param endedAt when there was a place, or the file was closed
 */
public record GapView(
        Instant raisedAt, Optional<String> answer, Optional<Instant> answeredAt, Optional<Instant> endedAt) {}
