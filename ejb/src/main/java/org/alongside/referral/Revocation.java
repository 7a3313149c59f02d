package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.alongside.access.Grants;
import org.alongside.consent.ConsentWithdrawn;
import org.alongside.referral.ReferralEvent.ReferralRevoked;

/** Takes referrals back: at the sender's word, or in the same transaction in which the consent under them is withdrawn. */
@ApplicationScoped
class Revocation {
    private static final String CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN";

    @Inject
    Referrals referrals;

    @Inject
    Grants grants;

    @Inject
    Event<ReferralEvent> events;

    void revoke(ReferralCard card, String reason, Instant now) {
        card.revoke(reason, now);
        grants.endForReferral(card.id(), reason);
        events.fire(new ReferralRevoked(card.id(), reason, now));
    }

    /** What they opened ends with everything else under the consent, in one statement: however much it is, within the second. */
    void revokeUnder(@Observes ConsentWithdrawn withdrawn) {
        referrals.under(withdrawn.consent()).stream()
                .filter(card -> card.status().isOpen())
                .forEach(card -> {
                    card.revoke(CONSENT_WITHDRAWN, withdrawn.at());
                    events.fire(new ReferralRevoked(card.id(), CONSENT_WITHDRAWN, withdrawn.at()));
                });
    }
}
