package org.alongside.guardian;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.ExcludedPersonId;

/**
 * Somebody who was excluded and is no more.
 *
 * @param relation code of excluded_relation
 * @param reason code of exclusion_lift
 */
public record LiftedExclusionView(
        ExcludedPersonId id,
        String relation,
        Optional<String> name,
        Instant recordedAt,
        Instant liftedAt,
        String reason) {}
