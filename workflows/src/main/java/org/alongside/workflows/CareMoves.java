package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.healthcare.CareEvent.CareEnded;
import org.alongside.healthcare.CareEvent.CareSettled;
import org.alongside.healthcare.CareEvent.CareUrgent;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who leads to get her care that cannot wait, and stops asking, in the same transaction. */
@Dependent
public class CareMoves {
    private final RunningProcesses processes;

    @Inject
    public CareMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void urgent(@Observes CareUrgent event) {
        processes.start(
                "urgent-care",
                event.id().value(),
                Map.of(
                        "lead",
                        event.lead().toString(),
                        "supervisorAt",
                        EngineTime.notBefore(event.supervisorAt()),
                        "careBy",
                        EngineTime.notBefore(event.careBy())));
    }

    void settled(@Observes CareSettled event) {
        processes.mustComplete(event.id().value(), Map.of(), "get-care");
    }

    void ended(@Observes CareEnded event) {
        event.ids().forEach(one -> processes.end(one.value(), "file closed"));
    }
}
