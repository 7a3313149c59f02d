package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.access.Role;
import org.alongside.worklist.Coordinators;
import org.alongside.worklist.OverlookedEvent.OverlookedDone;
import org.alongside.worklist.OverlookedEvent.OverlookedFound;
import org.alongside.worklist.TaskGroup;
import org.camunda.bpm.engine.ProcessEngine;

/** Calls coordinators to what an organisation leaves undone, as long as it does; where nobody coordinates, nobody is called. */
@Dependent
public class OverlookedMoves {
    private final RunningProcesses processes;
    private final Coordinators coordinators;

    @Inject
    public OverlookedMoves(@OfTheHouse ProcessEngine engine, Coordinators coordinators) {
        this.processes = new RunningProcesses(engine);
        this.coordinators = coordinators;
    }

    void found(@Observes OverlookedFound event) {
        String overseers = coordinators.all().stream()
                .map(one -> new TaskGroup(one, Role.NRM.name()).toString())
                .collect(Collectors.joining(","));
        if (!overseers.isEmpty()) {
            processes.start("overlooked", event.id(), Map.of("overseers", overseers));
        }
    }

    void done(@Observes OverlookedDone event) {
        processes.end(event.id(), "nothing is left undone");
    }
}
