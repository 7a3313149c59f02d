package org.alongside.police;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.alongside.access.CallerContext;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.code.Settings;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.SurvivorAdmitted;
import org.alongside.police.PoliceEvent.ThreatTold;
import org.alongside.police.PoliceEvent.ThreatsEnded;
import org.alongside.shared.PlacementId;
import org.alongside.shared.ThreatId;

/** A threat goes with her: the house that she leaves is asked no more, and the one where she lives now is; each in the transaction in which it happens. */
@ApplicationScoped
class ThreatsFollow {
    @Inject
    PoliceRecords records;

    @Inject
    CallerContext callers;

    @Inject
    Settings settings;

    @Inject
    Event<PoliceEvent> events;

    void movedIn(@Observes SurvivorAdmitted event) {
        lookAnew(event.placements());
    }

    /** She may live in another house still. */
    void movedOut(@Observes PlacementEnded event) {
        lookAnew(event.placements());
    }

    private void lookAnew(List<PlacementId> placements) {
        Instant readBy = callers.caller().now().plus(settings.of(PoliceService.READ_WITHIN));
        placements.stream().flatMap(one -> records.threatIds(one).stream()).forEach(one -> {
            events.fire(new ThreatsEnded(List.of(one)));
            events.fire(new ThreatTold(one, readBy));
        });
    }

    void closed(@Observes CaseClosed event) {
        List<ThreatId> ids = records.threatIds(event.caseId());
        if (!ids.isEmpty()) {
            events.fire(new ThreatsEnded(ids));
        }
    }
}
