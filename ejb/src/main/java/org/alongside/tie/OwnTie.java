package org.alongside.tie;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.TieId;

/**
 * What the caller declared: what they said themselves, and whether it still stands.
 *
 * @param caseCode as they gave it; whether a file has that code is not said
 * @param tie code of tie
 * @param endedAt when a supervisor ended it; empty: it stands
 */
public record OwnTie(TieId id, String caseCode, String tie, Instant declaredAt, Optional<Instant> endedAt) {}
