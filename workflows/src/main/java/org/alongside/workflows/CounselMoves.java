package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.proceeding.CounselEvent.CounselSettled;
import org.alongside.proceeding.CounselEvent.CounselWanted;
import org.camunda.bpm.engine.ProcessEngine;

/** Has who leads find another lawyer, and stops asking, in the same transaction. */
@Dependent
public class CounselMoves {
    private final RunningProcesses processes;

    @Inject
    public CounselMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void wanted(@Observes CounselWanted event) {
        processes.start(
                "counsel",
                event.id().value(),
                Map.of("lead", event.lead().toString(), "findBy", EngineTime.notBefore(event.findBy())));
    }

    void settled(@Observes CounselSettled event) {
        event.ids().forEach(one -> {
            if (!processes.completeIfWaiting(one.value(), Map.of(), "find")) {
                processes.end(one.value(), "settled");
            }
        });
    }
}
