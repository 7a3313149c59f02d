package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.alongside.careplan.PlanEvent;
import org.alongside.careplan.PlanEvent.ApprovalAsked;
import org.alongside.careplan.PlanEvent.PlanApproved;
import org.alongside.careplan.PlanEvent.PlanBegun;
import org.alongside.careplan.PlanEvent.PlanEnded;
import org.alongside.careplan.PlanEvent.PlanReviewed;
import org.alongside.careplan.PlanEvent.PlanSentBack;
import org.alongside.careplan.PlanEvent.ReviewSet;
import org.camunda.bpm.engine.ProcessEngine;

/** Moves the process of a plan when something happens on its way, in the same transaction. */
@Dependent
public class CarePlanMoves {
    private final RunningProcesses processes;

    @Inject
    public CarePlanMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void begun(@Observes PlanBegun event) {
        processes.start("care-plan", id(event), Map.of("lead", event.lead().toString()));
    }

    void reviewSet(@Observes ReviewSet event) {
        processes.mustTell(
                id(event),
                "ReviewSet",
                Map.of(
                        "askAt", EngineTime.notBefore(event.askAt()),
                        "reviewBy", EngineTime.notBefore(event.reviewBy())));
    }

    /** Asked for it or not: what waits for it waits no more, also the supervisor. */
    void reviewed(@Observes PlanReviewed event) {
        processes.tellIfWaiting(id(event), "PlanReviewed", Map.of());
        processes.completeIfWaiting(id(event), Map.of(), "review");
    }

    /** What was sent back and is asked for again needs no change any more. */
    void approvalAsked(@Observes ApprovalAsked event) {
        processes.completeIfWaiting(id(event), Map.of(), "change-overdue", "change-plan");
        processes.mustTell(id(event), "ApprovalAsked", Map.of("approveBy", EngineTime.notBefore(event.approveBy())));
    }

    void approved(@Observes PlanApproved event) {
        processes.mustComplete(id(event), Map.of("approved", true), "approve");
        processes.completeIfWaiting(id(event), Map.of(), "approval-overdue");
    }

    void sentBack(@Observes PlanSentBack event) {
        processes.mustComplete(
                id(event), Map.of("approved", false, "changeBy", EngineTime.notBefore(event.changeBy())), "approve");
        processes.completeIfWaiting(id(event), Map.of(), "approval-overdue");
    }

    void ended(@Observes PlanEnded event) {
        processes.tellIfWaiting(id(event), "PlanEnded", Map.of());
    }

    private static UUID id(PlanEvent event) {
        return event.plan();
    }
}
