package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.alongside.access.CallerContext;
import org.alongside.referral.ReferralEvent.FirstContactMade;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;

/** Somebody came to the organisation that helps her, in whatever way it writes that down: with that it has met her. */
@ApplicationScoped
public class Arrivals {
    @Inject
    CallerContext callers;

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<ReferralEvent> events;

    /** First contact under this referral, as {@link IncomingService#firstContact}; nothing where they have met before. */
    public void met(ReferralId referral) {
        Instant now = callers.caller().now();
        int met = Sql.of(em, """
                        update referral_card set first_contact_at = :now, status = 'IN_SERVICE', version = version + 1
                         where referral_id = :referral and status = 'ACCEPTED'
                        """)
                .with("now", now)
                .with("referral", referral.value())
                .change();
        if (met == 1) {
            events.fire(new FirstContactMade(referral, now));
        }
    }
}
