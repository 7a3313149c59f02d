package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.alongside.closing.ClosingEvent;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.closing.ClosingEvent.CaseReopened;
import org.alongside.closing.ClosingEvent.ClosingProposed;
import org.alongside.closing.ClosingEvent.ClosingSentBack;
import org.alongside.closing.ClosingEvent.ClosingWithdrawn;
import org.alongside.closing.ClosingEvent.ReopenedTakenUp;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * Moves the process of a case when it is to be closed or opened again, in the same transaction. A process that began before its
 * model knew of closing asks nobody, the page of the file does; when the case is closed such a process ends.
 */
@Dependent
public class ClosingMoves {
    private final RunningProcesses processes;

    @Inject
    public ClosingMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void proposed(@Observes ClosingProposed event) {
        changed(event);
        processes.tellIfWaiting(
                id(event), "ClosingProposed", Map.of("approveBy", EngineTime.notBefore(event.approveBy())));
    }

    void sentBack(@Observes ClosingSentBack event) {
        processes.completeIfWaiting(
                id(event), Map.of("approved", false, "changeBy", EngineTime.notBefore(event.changeBy())), "approve");
    }

    void withdrawn(@Observes ClosingWithdrawn event) {
        processes.tellIfWaiting(id(event), "ClosingWithdrawn", Map.of());
        changed(event);
    }

    private void changed(ClosingEvent event) {
        processes.completeIfWaiting(id(event), Map.of(), "change-overdue");
        processes.completeIfWaiting(id(event), Map.of(), "change-closing");
    }

    /** Whatever is still asked about the case is asked no more. */
    void closed(@Observes CaseClosed event) {
        processes.completeIfWaiting(id(event), Map.of("approved", true), "approve");
        if (!processes.tellIfWaiting(id(event), "CaseClosed", Map.of("followUp", event.followUp()))) {
            processes.end(id(event), "closed");
        }
    }

    /** A new episode has a process of its own. */
    void reopened(@Observes CaseReopened event) {
        processes.tellIfWaiting(id(event), "CaseReopened", Map.of());
        processes.start(
                "case",
                id(event),
                Map.of(
                        "lead",
                        event.lead().toString(),
                        "child",
                        false,
                        "reopened",
                        true,
                        "takeUpBy",
                        EngineTime.notBefore(event.takeUpBy())));
    }

    void takenUp(@Observes ReopenedTakenUp event) {
        processes.completeIfWaiting(id(event), Map.of(), "take-up");
    }

    private static UUID id(ClosingEvent event) {
        return event.caseId().value();
    }
}
