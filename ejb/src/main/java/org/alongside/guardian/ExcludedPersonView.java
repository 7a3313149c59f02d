package org.alongside.guardian;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.ExcludedPersonId;
import org.alongside.shared.GuardianId;

/**
 * Somebody who is not to be told, not to consent and not to live with her.
 *
 * @param relation code of excluded_relation
 * @param name empty: whoever has that relation
 * @param guardian if that person stood for her before
 */
public record ExcludedPersonView(
        ExcludedPersonId id,
        String relation,
        Optional<String> name,
        Optional<String> description,
        Optional<GuardianId> guardian,
        Instant recordedAt) {}
