package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.proceeding.DeadlineEvent.DeadlineFound;
import org.alongside.proceeding.DeadlineEvent.DeadlineOver;
import org.alongside.proceeding.DeadlineEvent.DeadlineSet;
import org.camunda.bpm.engine.ProcessEngine;

/** Warns her lawyer of a last day, and stops, in the same transaction. */
@Dependent
public class LegalDeadlineMoves {
    private final RunningProcesses processes;

    @Inject
    public LegalDeadlineMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void found(@Observes DeadlineFound event) {
        if (!processes.runs(event.deadline())) {
            set(event.set());
        }
    }

    void set(@Observes DeadlineSet event) {
        processes.start(
                "legal-deadline",
                event.deadline(),
                Map.of(
                        "house",
                        event.lawyers().toString(),
                        "askAt",
                        EngineTime.notBefore(event.askAt()),
                        "remindAt",
                        EngineTime.notBefore(event.remindAt()),
                        "supervisorAt",
                        EngineTime.notBefore(event.supervisorAt()),
                        "dueAt",
                        EngineTime.notBefore(event.dueAt())));
    }

    void over(@Observes DeadlineOver event) {
        if (!processes.completeIfWaiting(event.deadline(), Map.of(), "see-to-it")) {
            processes.end(event.deadline(), "over");
        }
    }
}
