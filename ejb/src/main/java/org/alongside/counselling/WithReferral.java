package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.counselling.SessionEvent.Over;
import org.alongside.referral.ReferralEvent.HelpEnded;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.shared.SittingId;

/** Follows the referral under which she is counselled: with a yes somebody carries more, and with its end nothing is planned any more. */
@ApplicationScoped
class WithReferral {
    @Inject
    CallerContext callers;

    @Inject
    Sessions sessions;

    @Inject
    Supervisions supervisions;

    @Inject
    Carrying carrying;

    @Inject
    Event<SessionEvent> events;

    void accepted(@Observes ReferralAccepted event) {
        Caller caller = callers.caller();
        supervisions.assigned(event.referral(), caller).ifPresent(worker -> carrying.look(worker, event.at(), caller));
    }

    void ended(@Observes HelpEnded event) {
        List<SittingId> free = sessions.stop(event.referral());
        if (!free.isEmpty()) {
            events.fire(new Over(free));
        }
    }
}
