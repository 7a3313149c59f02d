package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.identification.RecoveryEvent.RecoveryBegan;
import org.alongside.identification.RecoveryEvent.RecoverySettled;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who leads, before a time to recover and think ends, what she wants, and stops asking, in the same transaction. It ends nothing. */
@Dependent
public class RecoveryMoves {
    private final RunningProcesses processes;

    @Inject
    public RecoveryMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void began(@Observes RecoveryBegan event) {
        processes.start(
                "recovery",
                event.id(),
                Map.of(
                        "lead",
                        event.lead().toString(),
                        "askAt",
                        EngineTime.notBefore(event.askAt()),
                        "dueAt",
                        EngineTime.notBefore(event.dueAt())));
    }

    /** Said before it was asked, it is asked no more. */
    void settled(@Observes RecoverySettled event) {
        event.ids().forEach(id -> {
            if (!processes.completeIfWaiting(id, Map.of(), "ask")) {
                processes.end(id, "nobody asks any more");
            }
        });
    }
}
