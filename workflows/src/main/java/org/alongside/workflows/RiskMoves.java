package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alongside.safety.SafetyEvent.HerReached;
import org.alongside.safety.SafetyEvent.RiskReviewEnded;
import org.alongside.safety.SafetyEvent.RiskToReview;
import org.alongside.shared.AssessmentId;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who leads to assess her risk again and to reach her, and stops asking, in the same transaction; each assessment has a process. */
@Dependent
public class RiskMoves {
    private final RunningProcesses processes;

    @Inject
    public RiskMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    /** What is asked about the assessment before is done by this one. */
    void toReview(@Observes RiskToReview event) {
        event.over().map(AssessmentId::value).ifPresent(this::over);
        Map<String, Object> variables = new HashMap<>();
        variables.put("lead", event.lead().toString());
        variables.put("askAt", EngineTime.notBefore(event.askAt()));
        variables.put("reviewBy", EngineTime.notBefore(event.reviewBy()));
        variables.put("high", event.contactBy().isPresent());
        event.contactBy().ifPresent(by -> variables.put("contactBy", EngineTime.notBefore(by)));
        processes.start("risk", event.assessment().value(), variables);
    }

    void reached(@Observes HerReached event) {
        UUID id = event.assessment().value();
        processes.completeIfWaiting(id, Map.of(), "reach-overdue");
        processes.completeIfWaiting(id, Map.of(), "reach-her");
    }

    void ended(@Observes RiskReviewEnded event) {
        processes.end(event.assessment().value(), "file closed");
    }

    private void over(UUID before) {
        processes.completeIfWaiting(before, Map.of(), "assess-again");
        processes.end(before, "assessed again");
    }
}
