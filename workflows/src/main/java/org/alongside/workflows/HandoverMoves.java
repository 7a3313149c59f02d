package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.handover.HandoverEvent;
import org.alongside.handover.HandoverEvent.HandoverDeclined;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.HandoverSentBack;
import org.alongside.handover.HandoverEvent.HandoverSettled;
import org.alongside.handover.HandoverEvent.HandoverWithdrawn;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.worklist.TaskOffered;
import org.camunda.bpm.engine.ProcessEngine;

/** Moves the process of an offer of the lead when something is decided, and with the lead its open tasks, in the same transaction. */
@Dependent
public class HandoverMoves {
    private final RunningProcesses processes;
    private final MovedTasks moved;

    @Inject
    public HandoverMoves(@OfTheHouse ProcessEngine engine, Event<TaskOffered> offered) {
        this(engine, offered::fire);
    }

    HandoverMoves(ProcessEngine engine, Consumer<TaskOffered> offered) {
        this.processes = new RunningProcesses(engine);
        this.moved = new MovedTasks(engine, offered);
    }

    void proposed(@Observes HandoverProposed event) {
        processes.start(
                "handover",
                id(event),
                Map.of(
                        "handoverId", event.id().toString(),
                        "lead", event.from().toString(),
                        "recipient", event.to().toString(),
                        "approveBy", EngineTime.notBefore(event.approveBy())));
    }

    void offered(@Observes HandoverOffered event) {
        processes.mustComplete(
                id(event),
                Map.of(
                        "approved", true,
                        "lookAt", EngineTime.notBefore(event.lookAt()),
                        "expiresAt", EngineTime.notBefore(event.expiresAt())),
                "approve");
    }

    void sentBack(@Observes HandoverSentBack event) {
        processes.mustComplete(
                id(event), Map.of("approved", false, "settleBy", EngineTime.notBefore(event.changeBy())), "approve");
    }

    void declined(@Observes HandoverDeclined event) {
        processes.mustComplete(
                id(event), Map.of("accepted", false, "settleBy", EngineTime.notBefore(event.settleBy())), "answer");
    }

    void withdrawn(@Observes HandoverWithdrawn event) {
        processes.end(id(event), "withdrawn");
    }

    void settled(@Observes HandoverSettled event) {
        processes.completeIfWaiting(id(event), Map.of(), "settle");
    }

    void handedOver(@Observes LeadHandedOver event) {
        processes.mustComplete(id(event), Map.of("accepted", true), "answer");
        moved.move(event.subjects(), event.from(), event.to());
    }

    private static UUID id(HandoverEvent event) {
        return event.id().value();
    }
}
