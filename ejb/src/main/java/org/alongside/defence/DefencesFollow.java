package org.alongside.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.defence.DefenceEvent.DefencesEnded;
import org.alongside.defence.DefenceEvent.LawyerFound;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.shared.NonPunishmentId;

/** A lawyer who takes her up is asked at once; in a closed file nobody is; both in the transaction in which it happens. */
@ApplicationScoped
class DefencesFollow {
    @Inject
    Defences defences;

    @Inject
    Event<DefenceEvent> events;

    void accepted(@Observes ReferralAccepted event) {
        defences.waiting(event.referral()).ifPresent(id -> events.fire(new LawyerFound(id)));
    }

    void closed(@Observes CaseClosed event) {
        List<NonPunishmentId> ended = defences.end(event.caseId());
        if (!ended.isEmpty()) {
            events.fire(new DefencesEnded(ended));
        }
    }
}
