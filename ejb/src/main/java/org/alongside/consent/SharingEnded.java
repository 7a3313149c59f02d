package org.alongside.consent;

import java.time.Instant;
import java.util.Set;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;

/**
 * With one word she took back everything that she had agreed to share with an organisation for a purpose: nothing is open under it
 * any more, and what was asked under it is revoked.
 *
 * @param last the consent that she took back
 * @param consents it and those that it had replaced
 */
public record SharingEnded(
        CaseId caseId, OrganisationId recipient, ConsentId last, Set<ConsentId> consents, Instant at) {}
