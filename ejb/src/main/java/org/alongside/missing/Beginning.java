package org.alongside.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.housing.PlacementEvent.CameBack;
import org.alongside.housing.PlacementEvent.DidNotReturn;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.missing.Episodes.Running;
import org.alongside.missing.MissingEvent.HouseJoined;
import org.alongside.missing.MissingEvent.HouseLeft;
import org.alongside.missing.MissingEvent.MissingBegun;
import org.alongside.missing.MissingEvent.SurvivorFound;
import org.alongside.missing.MissingTimes.Clocks;
import org.alongside.safety.OpenAlerts;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;

/**
 * How it begins and how it ends, whoever says so first: who leads on their page, or the house on the page of her bed. Of two who begin it
 * there is one.
 */
@ApplicationScoped
class Beginning {
    static final String SAFE = "SAFE";
    static final String DECEASED = "DECEASED";

    @Inject
    CallerContext callers;

    @Inject
    Episodes episodes;

    @Inject
    OpenAlerts alerts;

    @Inject
    Instance<MissingTimes> times;

    @Inject
    Event<MissingEvent> events;

    /** Begins it, or answers the one that runs; an alert of its kind that somebody raised by hand becomes its own. */
    MissingId begin(CaseId caseId, Instant gone, Caller caller) {
        Running running = episodes.running(caseId);
        return running.id()
                .map(id -> join(id, caseId))
                .orElseGet(() -> beginNew(caseId, gone, running.alert(), caller));
    }

    private MissingId beginNew(CaseId caseId, Instant gone, Optional<AlertId> raised, Caller caller) {
        boolean child = episodes.child(caseId);
        Clocks clocks = times.get().of(child).from(caller.now());
        AlertId alert = raised.orElseGet(() -> alerts.raise(caseId, child ? "MISSING_CHILD" : "MISSING_ADULT", caller));
        MissingId id = MissingId.random();
        OrganisationId lead = episodes.begin(id, caseId, alert, gone, clocks);
        events.fire(new MissingBegun(id, lead, episodes.joined(id), child, clocks));
        return id;
    }

    private MissingId join(MissingId id, CaseId caseId) {
        episodes.joined(id).ifPresent(house -> events.fire(new HouseJoined(id, episodes.lead(caseId), house)));
        return id;
    }

    /** She is found; somebody talks with her, unless she is dead. */
    void found(MissingId id, boolean child, String how, Caller caller) {
        Optional<Instant> talkBy = DECEASED.equals(how)
                ? Optional.empty()
                : Optional.of(caller.now().plus(times.get().of(child).talkWithin()));
        alerts.over(episodes.found(id, how, talkBy));
        events.fire(new SurvivorFound(id, talkBy));
    }

    void notReturned(@Observes DidNotReturn event) {
        Caller caller = callers.caller();
        event.placements().forEach(one -> episodes.caseOf(one).ifPresent(caseId -> begin(caseId, event.at(), caller)));
    }

    void cameBack(@Observes CameBack event) {
        Caller caller = callers.caller();
        for (PlacementId one : event.placements()) {
            episodes.caseOf(one)
                    .flatMap(caseId -> episodes.running(caseId).id())
                    .ifPresent(id -> found(id, episodes.find(id).orElseThrow().child(), SAFE, caller));
        }
    }

    /** Her bed is somebody else's: she is still missing, and who leads is asked alone. */
    void ended(@Observes PlacementEnded event) {
        left(event.placements());
    }

    void stopped(@Observes PlacementStopped event) {
        left(event.placements());
    }

    private void left(List<PlacementId> placements) {
        placements.stream()
                .flatMap(one -> episodes.houseLeft(one).stream())
                .forEach(one -> events.fire(new HouseLeft(one.id(), one.lead())));
    }
}
