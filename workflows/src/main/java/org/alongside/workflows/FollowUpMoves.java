package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alongside.followup.FollowUpEvent.FollowUpPlanned;
import org.alongside.followup.FollowUpEvent.FollowUpsEnded;
import org.alongside.followup.FollowUpEvent.FollowUpsOver;
import org.alongside.followup.FollowUpEvent.FollowedUp;
import org.alongside.followup.FollowUpEvent.ReopeningOffered;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who led a closed file how she is, and stops asking, in the same transaction; each time has a process of its own. */
@Dependent
public class FollowUpMoves {
    private final RunningProcesses processes;

    @Inject
    public FollowUpMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void planned(@Observes FollowUpPlanned event) {
        processes.start(
                "follow-up",
                event.id().value(),
                Map.of(
                        "lead",
                        event.lead().toString(),
                        "askAt",
                        EngineTime.notBefore(event.askAt()),
                        "dueAt",
                        EngineTime.notBefore(event.dueAt())));
    }

    void followedUp(@Observes FollowedUp event) {
        UUID id = event.id().value();
        processes.completeIfWaiting(id, Map.of(), "asking-overdue");
        Map<String, Object> found = new HashMap<>();
        found.put("worries", event.offerBy().isPresent());
        event.offerBy().ifPresent(by -> found.put("offerBy", EngineTime.notBefore(by)));
        processes.mustComplete(id, found, "ask-her");
    }

    void offered(@Observes ReopeningOffered event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "offering-overdue");
        processes.mustComplete(event.id().value(), Map.of(), "offer");
    }

    void ended(@Observes FollowUpsEnded event) {
        event.ids().forEach(one -> processes.end(one.value(), "she is not asked any more"));
    }

    /** The way of her case is at its end. */
    void over(@Observes FollowUpsOver event) {
        processes.tellIfWaiting(event.caseId().value(), "FollowedUp", Map.of());
    }
}
