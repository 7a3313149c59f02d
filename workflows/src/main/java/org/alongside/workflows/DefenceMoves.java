package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.defence.DefenceEvent.DefenceNeeded;
import org.alongside.defence.DefenceEvent.DefenceSettled;
import org.alongside.defence.DefenceEvent.DefencesEnded;
import org.alongside.defence.DefenceEvent.LawyerFound;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks her lawyer to see to her defence, or who leads to find her one, and stops asking, in the same transaction. */
@Dependent
public class DefenceMoves {
    private final RunningProcesses processes;

    @Inject
    public DefenceMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void needed(@Observes DefenceNeeded event) {
        processes.start(
                "non-punishment",
                event.id().value(),
                Map.of(
                        "nonPunishmentId",
                        event.id().toString(),
                        "lead",
                        event.lead().toString(),
                        "findBy",
                        EngineTime.notBefore(event.findBy()),
                        "defendBy",
                        EngineTime.notBefore(event.defendBy())));
    }

    void found(@Observes LawyerFound event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "finding-overdue");
        processes.completeIfWaiting(event.id().value(), Map.of(), "find-lawyer");
    }

    /** Also where the process has not yet seen that there is a lawyer. */
    void settled(@Observes DefenceSettled event) {
        if (!processes.completeIfWaiting(event.id().value(), Map.of(), "defend")) {
            processes.end(event.id().value(), "seen to");
        }
    }

    void ended(@Observes DefencesEnded event) {
        event.ids().forEach(one -> processes.end(one.value(), "file closed"));
    }
}
