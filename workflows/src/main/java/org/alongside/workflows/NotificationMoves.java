package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.identification.NotificationEvent.DutyBegan;
import org.alongside.identification.NotificationEvent.DutyEnded;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts and ends the clock of a duty to notify, in the same transaction as what she said or what was proposed. */
@Dependent
public class NotificationMoves {
    private final RunningProcesses processes;

    @Inject
    public NotificationMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void began(@Observes DutyBegan event) {
        processes.start(
                "notification",
                event.duty(),
                Map.of("lead", event.lead().toString(), "dueAt", EngineTime.notBefore(event.dueAt())));
    }

    void ended(@Observes DutyEnded event) {
        processes.completeIfWaiting(event.duty(), Map.of(), "notify");
    }
}
