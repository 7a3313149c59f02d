package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.logbook.IncidentEvent.IncidentLookedAt;
import org.alongside.logbook.IncidentEvent.IncidentRecorded;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts and moves the process of an incident in the same transaction: none is written down at which nobody is asked to look. */
@Dependent
public class IncidentMoves {
    private static final String MANAGER = "MANAGER";
    private static final String SUPERVISOR = "SUPERVISOR";

    private final RunningProcesses processes;

    @Inject
    public IncidentMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void recorded(@Observes IncidentRecorded event) {
        processes.start(
                "incident",
                event.id().value(),
                Map.of(
                        "house",
                        event.house().toString(),
                        "managed",
                        event.desks().contains(MANAGER),
                        "supervised",
                        event.desks().contains(SUPERVISOR),
                        "lookBy",
                        EngineTime.notBefore(event.lookBy())));
    }

    /** Whoever looked for the manager, nothing is left to be seen to. */
    void lookedAt(@Observes IncidentLookedAt event) {
        if (MANAGER.equals(event.desk())) {
            processes.completeIfWaiting(event.id().value(), Map.of(), "overdue");
            processes.mustComplete(event.id().value(), Map.of(), "look");
        } else {
            processes.mustComplete(event.id().value(), Map.of(), "look-besides");
        }
    }
}
