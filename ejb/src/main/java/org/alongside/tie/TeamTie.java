package org.alongside.tie;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.TieId;
import org.alongside.shared.WorkerId;

/**
 * A tie of somebody whom the caller supervises.
 *
 * @param caseCode as it was given; whether a file has that code is not said
 * @param tie code of tie
 * @param declaredByName who said so: themselves, or a supervisor who recorded it
 * @param ownWord whether they declared it themselves; else they do not know that it was recorded
 * @param endedAt when it was ended; empty: it stands
 * @param endReason code of tie_end
 */
public record TeamTie(
        TieId id,
        WorkerId worker,
        String workerName,
        String caseCode,
        String tie,
        Instant declaredAt,
        String declaredByName,
        boolean ownWord,
        Optional<Instant> endedAt,
        Optional<String> endedByName,
        Optional<String> endReason) {}
