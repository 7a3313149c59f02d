package org.alongside.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;

/**
 * A consent as those who may read it see it.
 *
 * @param askedFrom from when she is asked again before it ends, UTC
 * @param withdrawReason GIVER_EXCLUDED where it ended because who gave it for her is excluded; empty: at her word, or not at all
 * @param status GIVEN, WITHDRAWN, SUPERSEDED or EXPIRED (code list consent_status), at the time of reading
 */
public record ConsentView(
        ConsentId id,
        CaseId caseId,
        OrganisationId recipient,
        String recipientName,
        String purpose,
        Set<Category> categories,
        String giver,
        String medium,
        String language,
        Instant givenAt,
        Instant expiresAt,
        Instant askedFrom,
        Optional<Instant> withdrawnAt,
        String status,
        Optional<String> withdrawReason,
        int version) {
    /** Whether it is her word of today. */
    public boolean live() {
        return "GIVEN".equals(status);
    }

    /** Whether something new may be shared under it: her word that somebody is to lead her case shares nothing. */
    public boolean shares() {
        return live() && !Recipients.TO_LEAD.equals(purpose);
    }

    /** Whether what rests on it already may go on: neither withdrawn nor run out, be it replaced by a later one. */
    public boolean lastsAt(Instant now) {
        return withdrawnAt.isEmpty() && expiresAt.isAfter(now);
    }
}
