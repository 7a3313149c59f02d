package org.alongside.referral;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.alongside.access.CallerContext;
import org.alongside.setup.Connected;

/** Arrivals over a connection of a test, for doors of other packages. */
public final class Arriving {
    private Arriving() {}

    /** @param told where what they tell is kept */
    @SuppressWarnings("unchecked")
    public static Arrivals over(EntityManager em, CallerContext callers, List<Object> told) {
        Arrivals arrivals = new Arrivals();
        arrivals.em = em;
        arrivals.callers = callers;
        arrivals.events =
                (Event<ReferralEvent>) Connected.answering(Event.class, (method, given) -> told.add(given[0]));
        return arrivals;
    }
}
