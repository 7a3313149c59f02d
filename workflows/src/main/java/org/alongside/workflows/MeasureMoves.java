package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.outcome.MeasureEvent.MeasureAsked;
import org.alongside.outcome.MeasureEvent.MeasureEnded;
import org.alongside.outcome.MeasureEvent.MeasureSettled;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who leads to measure how she is, and stops asking, in the same transaction; each question has a process of its own. */
@Dependent
public class MeasureMoves {
    private final RunningProcesses processes;

    @Inject
    public MeasureMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void asked(@Observes MeasureAsked event) {
        processes.start(
                "measure",
                event.ask(),
                Map.of("lead", event.lead().toString(), "dueAt", EngineTime.notBefore(event.dueAt())));
    }

    void settled(@Observes MeasureSettled event) {
        event.asks().forEach(ask -> processes.mustComplete(ask, Map.of(), "put-to-her"));
    }

    void ended(@Observes MeasureEnded event) {
        event.asks().forEach(ask -> processes.end(ask, "file closed"));
    }
}
