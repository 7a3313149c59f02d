package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.alongside.shared.OrganisationId;

/** Counts the cards whose clock runs at a recipient, as far as the caller may see them. */
@ApplicationScoped
public class IncomingCount {
    @Inject
    Referrals referrals;

    public long of(OrganisationId recipient) {
        return referrals.countIncoming(recipient);
    }
}
