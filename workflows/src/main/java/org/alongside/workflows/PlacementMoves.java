package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.housing.PlacementEvent.BedDeclined;
import org.alongside.housing.PlacementEvent.BedHeld;
import org.alongside.housing.PlacementEvent.BedOffered;
import org.alongside.housing.PlacementEvent.BedRequested;
import org.alongside.housing.PlacementEvent.CameBack;
import org.alongside.housing.PlacementEvent.DidNotReturn;
import org.alongside.housing.PlacementEvent.HoldRanOut;
import org.alongside.housing.PlacementEvent.PlaceSought;
import org.alongside.housing.PlacementEvent.PlacedTogether;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.housing.PlacementEvent.StepDone;
import org.alongside.housing.PlacementEvent.SurvivorAdmitted;
import org.alongside.housing.PlacementEvent.SurvivorMoved;
import org.alongside.housing.PlacementEvent.WentAway;
import org.alongside.housing.PlacementSides;
import org.alongside.housing.PlacementSides.Sides;
import org.alongside.shared.Clock;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * Starts and moves the process of a placement, in the same transaction. A family that waits for beds has one process, of the first; who
 * lives in the house has one of her own. A placement without a process, because its process began with another of her family, is given one when
 * something happens to it.
 */
@Dependent
public class PlacementMoves {
    private static final String OUTCOME = "outcome";
    private static final String URGENCY = "urgency";

    private final RunningProcesses processes;
    private final PlacementSides sides;

    @Inject
    public PlacementMoves(@OfTheHouse ProcessEngine engine, PlacementSides sides) {
        this.processes = new RunningProcesses(engine);
        this.sides = sides;
    }

    /** When the house said yes, or by hand; asked again by hand it is the same one. */
    void requested(@Observes BedRequested event) {
        startIfNone(event.placements().get(0), false);
    }

    void together(@Observes PlacedTogether event) {
        event.placements().stream()
                .filter(one -> !one.equals(event.first()))
                .forEach(one -> processes.end(one.value(), "placed together"));
    }

    /** Another bed may be offered while she thinks about the first. */
    void offered(@Observes BedOffered event) {
        waitingFor(event.placements());
        event.placements().forEach(one -> processes.completeIfWaiting(one.value(), outcome("OFFERED"), "find-bed"));
    }

    void declined(@Observes BedDeclined event) {
        waitingFor(event.placements());
        mustComplete(event.placements(), outcome("DECLINED"), "find-bed", "ask-her");
    }

    /** Whoever is to let her in is reminded when a quarter of the time is left. */
    void held(@Observes BedHeld event) {
        waitingFor(event.placements());
        event.placements().forEach(one -> processes.completeIfWaiting(one.value(), outcome("OFFERED"), "find-bed"));
        Instant now = Clock.get().instant();
        Duration held = Duration.between(now, event.until());
        Map<String, Object> variables = outcome("HELD");
        variables.put("heldUntil", EngineTime.notBefore(event.until()));
        variables.put(
                "remindAt", EngineTime.notBefore(now.plus(held.multipliedBy(3).dividedBy(4))));
        mustComplete(event.placements(), variables, "ask-her");
    }

    /** By somebody who needed the bed sooner than the clock rang; where the clock itself frees it, nothing waits. */
    void ranOut(@Observes HoldRanOut event) {
        event.placements().forEach(one -> processes.completeIfWaiting(one.value(), outcome("RAN_OUT"), "let-in"));
    }

    void admitted(@Observes SurvivorAdmitted event) {
        for (PlacementId one : event.placements()) {
            if (!startIfNone(one, true)) {
                processes.mustComplete(one.value(), outcome("ADMITTED"), "let-in");
            }
        }
    }

    void wentAway(@Observes WentAway event) {
        for (PlacementId one : event.placements()) {
            startIfNone(one, true);
            processes.mustTell(one.value(), "WentAway", Map.of("awayUntil", EngineTime.notBefore(event.until())));
        }
    }

    /** Who is looked for is not expected any more; the looking has a process of its own. */
    void didNotReturn(@Observes DidNotReturn event) {
        event.placements().forEach(this::absenceOver);
    }

    void cameBack(@Observes CameBack event) {
        event.placements().forEach(this::absenceOver);
    }

    void moved(@Observes SurvivorMoved event) {
        event.placements().forEach(this::over);
        event.into().forEach(one -> startIfNone(one, true));
    }

    void ended(@Observes PlacementEnded event) {
        event.placements().forEach(this::over);
    }

    /** Whatever is still asked is asked no more. */
    void stopped(@Observes PlacementStopped event) {
        event.placements().forEach(one -> processes.tellIfWaiting(one.value(), "PlacementStopped", Map.of()));
    }

    void sought(@Observes PlaceSought event) {
        event.placements()
                .forEach(one -> processes.completeIfWaiting(one.value(), Map.of(), "next-overdue", "next-place"));
    }

    /** Done before it was asked for, or a second time, nothing waits. */
    void done(@Observes StepDone event) {
        event.placements()
                .forEach(one ->
                        processes.completeIfWaiting(one.value(), Map.of(), "no-bed-yet", "next-overdue", "next-place"));
    }

    private void absenceOver(PlacementId one) {
        processes.completeIfWaiting(one.value(), Map.of(), "see-if-missing", "expect-back");
    }

    private void over(PlacementId one) {
        processes.tellIfWaiting(one.value(), "PlacementOver", Map.of());
    }

    /** One of the family has the process in which it waits for beds. */
    private void waitingFor(List<PlacementId> family) {
        if (family.stream().map(PlacementId::value).noneMatch(processes::runs)) {
            startIfNone(family.get(0), false);
        }
    }

    private void mustComplete(List<PlacementId> family, Map<String, Object> variables, String... steps) {
        long completed = family.stream()
                .filter(one -> processes.completeIfWaiting(one.value(), variables, steps))
                .count();
        if (completed == 0) {
            throw Refusal.stale("changed-meanwhile");
        }
    }

    private boolean startIfNone(PlacementId id, boolean livesThere) {
        UUID key = id.value();
        if (processes.runs(key)) {
            return false;
        }
        Sides with = sides.of(id);
        processes.start(
                "placement",
                key,
                Map.of(
                        "placementId",
                        id.toString(),
                        "house",
                        with.house().toString(),
                        "lead",
                        with.lead().toString(),
                        "child",
                        with.child(),
                        URGENCY,
                        with.urgency(),
                        "livesThere",
                        livesThere,
                        OUTCOME,
                        "NONE"));
        return true;
    }

    private static Map<String, Object> outcome(String outcome) {
        return new HashMap<>(Map.of(OUTCOME, outcome));
    }
}
