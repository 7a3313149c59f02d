package org.alongside.consent;

import java.time.Instant;
import java.util.Optional;
import org.alongside.access.Category;
import org.alongside.shared.ExclusionId;
import org.alongside.shared.OrganisationId;

/**
 * What she keeps from an organisation, as the lead sees it.
 *
 * @param part code of exclusion_part: WHOLE, or BEYOND_MINIMUM for all but the minimum subset
 * @param liftedAt when she let it go; empty while it is in force
 */
public record ExclusionView(
        ExclusionId id,
        OrganisationId recipient,
        String recipientName,
        Category category,
        String part,
        Instant saidAt,
        Optional<Instant> liftedAt) {
    public boolean inForce() {
        return liftedAt.isEmpty();
    }
}
