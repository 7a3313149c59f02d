package org.alongside.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.housing.PlacementEvent.SurvivorMoved;
import org.alongside.restriction.RestrictionEvent.Stopped;
import org.alongside.shared.PlacementId;
import org.alongside.shared.RestrictionId;

/** Ends the limits on a stay with the stay, and with what she agreed to, in the same transaction: into another house none goes with her. */
@ApplicationScoped
class OverStays {
    @Inject
    Restrictions restrictions;

    @Inject
    Event<RestrictionEvent> events;

    void left(@Observes PlacementEnded event) {
        stop(event.placements());
    }

    void moved(@Observes SurvivorMoved event) {
        stop(event.placements());
    }

    void stopped(@Observes PlacementStopped event) {
        stop(event.placements());
    }

    private void stop(List<PlacementId> placements) {
        List<RestrictionId> stopped = restrictions.stop(placements);
        if (!stopped.isEmpty()) {
            events.fire(new Stopped(stopped));
        }
    }
}
