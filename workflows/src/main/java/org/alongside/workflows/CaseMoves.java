package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.casefile.CaseEvent.ChildAuthorityNotified;
import org.camunda.bpm.engine.ProcessEngine;

/** Moves the process of a case when something happened to it, in the same transaction. */
@Dependent
public class CaseMoves {
    /** A child's authority is told the same day (DOMAIN 5.4, DL23). */
    private static final Duration NOTIFY_WITHIN = Duration.ofHours(24);

    private final RunningProcesses processes;

    @Inject
    public CaseMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void opened(@Observes CaseOpened event) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("lead", event.lead().toString());
        variables.put("child", event.childLane());
        variables.put("reopened", false);
        if (event.childLane()) {
            variables.put("notifyBy", EngineTime.notBefore(event.at().plus(NOTIFY_WITHIN)));
        }
        processes.start("case", event.caseId().value(), variables);
    }

    /** May be told again, or before it was asked for: then nothing waits. */
    void childAuthorityNotified(@Observes ChildAuthorityNotified event) {
        processes.completeIfWaiting(event.caseId().value(), Map.of(), "notify-child-authority");
    }
}
