package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.referral.ReferralEvent.HelpEnded;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.shared.PlacementId;

/**
 * Lets a placement begin and stop with the referral under which a house shelters her, in the same transaction: a yes asks for a bed, and
 * with what she agreed to ends what had not begun.
 */
@ApplicationScoped
class Sheltering {
    @Inject
    CallerContext callers;

    @Inject
    Placements placements;

    @Inject
    ShelterReferrals referrals;

    @Inject
    Asking asking;

    @Inject
    Event<PlacementEvent> events;

    /** Where whoever said yes gives no beds, or what she agreed to holds no housing, somebody of the house asks by hand. */
    void accepted(@Observes ReferralAccepted event) {
        Caller caller = callers.caller();
        referrals
                .whom(event.referral(), caller)
                .filter(caseId -> !placements.running(caseId, caller))
                .ifPresent(caseId -> asking.ask(PlacementId.random(), caseId, List.of(), caller));
    }

    void ended(@Observes HelpEnded event) {
        List<PlacementId> stopped = placements.stop(event.referral());
        if (!stopped.isEmpty()) {
            events.fire(new PlacementStopped(stopped));
        }
    }
}
