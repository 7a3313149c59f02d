package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.housing.GapEvent.GapFound;
import org.alongside.housing.GapEvent.GapsSettled;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who leads about a night without a place, and stops asking, in the same transaction. */
@Dependent
public class GapMoves {
    private final RunningProcesses processes;

    @Inject
    public GapMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    /** Whoever is on call is told at once: it is about this night. */
    void found(@Observes GapFound event) {
        processes.start(
                "placement-gap",
                event.gap(),
                Map.of(
                        "lead",
                        event.lead().toString(),
                        "answerBy",
                        EngineTime.notBefore(event.answerBy()),
                        "urgency",
                        "EMERGENCY"));
    }

    void settled(@Observes GapsSettled event) {
        event.gaps().forEach(gap -> processes.completeIfWaiting(gap, Map.of(), "answer"));
    }
}
