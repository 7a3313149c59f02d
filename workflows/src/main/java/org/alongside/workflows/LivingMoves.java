package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.alongside.livelihood.LivingEvent.Answered;
import org.alongside.livelihood.LivingEvent.NotAsked;
import org.alongside.livelihood.LivingEvent.ToBeAsked;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who leads, after months, whether she still has her work, and stops asking, in the same transaction; each question has a process. */
@Dependent
public class LivingMoves {
    private final RunningProcesses processes;

    @Inject
    public LivingMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void toBeAsked(@Observes ToBeAsked event) {
        processes.start(
                "job-retention",
                event.id().value(),
                Map.of(
                        "lead",
                        event.lead().toString(),
                        "askAt",
                        EngineTime.notBefore(event.askAt()),
                        "answerBy",
                        EngineTime.notBefore(event.answerBy())));
    }

    /** Answered in the minute in which it is due to be asked, it is asked no more. */
    void answered(@Observes Answered event) {
        UUID id = event.id().value();
        if (!processes.completeIfWaiting(id, Map.of(), "ask")) {
            processes.end(id, "answered");
        }
    }

    void notAsked(@Observes NotAsked event) {
        event.ids().forEach(one -> processes.end(one.value(), "nobody asks any more"));
    }
}
