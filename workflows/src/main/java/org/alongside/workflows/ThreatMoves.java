package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.police.PoliceEvent.ThreatTold;
import org.alongside.police.PoliceEvent.ThreatsEnded;
import org.alongside.police.PoliceEvent.ThreatsRead;
import org.camunda.bpm.engine.ProcessEngine;

/** Has a threat read where she lives, and stops asking, in the same transaction; it begins in the same way whether she lives anywhere or not. */
@Dependent
public class ThreatMoves {
    private final RunningProcesses processes;

    @Inject
    public ThreatMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void told(@Observes ThreatTold event) {
        processes.start(
                "threat",
                event.id().value(),
                Map.of("threatId", event.id().toString(), "readBy", EngineTime.notBefore(event.readBy())));
    }

    /** Also before the process has looked where she lives. */
    void read(@Observes ThreatsRead event) {
        event.ids().forEach(one -> {
            if (!processes.completeIfWaiting(one.value(), Map.of(), "read")) {
                processes.end(one.value(), "read");
            }
        });
    }

    void ended(@Observes ThreatsEnded event) {
        event.ids().forEach(one -> processes.end(one.value(), "not asked any more"));
    }
}
