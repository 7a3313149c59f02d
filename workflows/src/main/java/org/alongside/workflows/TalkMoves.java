package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.housing.TalkEvent.TalkWanted;
import org.alongside.housing.TalkEvent.TalksSettled;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks the house for the talk of a week, and stops asking, in the same transaction. */
@Dependent
public class TalkMoves {
    private final RunningProcesses processes;

    @Inject
    public TalkMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void wanted(@Observes TalkWanted event) {
        processes.start(
                "weekly-talk",
                event.talk(),
                Map.of(
                        "house",
                        event.house().toString(),
                        "lead",
                        event.lead().toString(),
                        "talkBy",
                        EngineTime.notBefore(event.dueAt()),
                        "leadAskedAt",
                        EngineTime.notBefore(event.leadAskedAt())));
    }

    void settled(@Observes TalksSettled event) {
        event.talks().forEach(one -> processes.completeIfWaiting(one, Map.of(), "talk"));
    }
}
