package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.courtorder.CourtOrderEvent.ObjectionOver;
import org.alongside.courtorder.CourtOrderEvent.OrderAnswered;
import org.alongside.courtorder.CourtOrderEvent.OrderChecked;
import org.alongside.courtorder.CourtOrderEvent.OrderLawyerFound;
import org.alongside.courtorder.CourtOrderEvent.OrderReceived;
import org.alongside.courtorder.CourtOrderEvent.OrdersEnded;
import org.alongside.shared.CourtOrderId;
import org.camunda.bpm.engine.ProcessEngine;

/** Has a court order checked and answered, and stops asking, in the same transaction. */
@Dependent
public class CourtOrderMoves {
    private static final String ADVICE = "advice";

    private final RunningProcesses processes;

    @Inject
    public CourtOrderMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void received(@Observes OrderReceived event) {
        processes.start(
                "court-order",
                event.id().value(),
                Map.of(
                        "courtOrderId",
                        event.id().toString(),
                        "lead",
                        event.lead().toString(),
                        ADVICE,
                        "",
                        "checkBy",
                        EngineTime.notBefore(event.checkBy()),
                        "supervisorAt",
                        EngineTime.notBefore(event.supervisorAt()),
                        "answerBy",
                        EngineTime.notBefore(event.answerBy())));
    }

    void found(@Observes OrderLawyerFound event) {
        found(event.id());
    }

    private void found(CourtOrderId id) {
        processes.completeIfWaiting(id.value(), Map.of(), "finding-overdue");
        processes.completeIfWaiting(id.value(), Map.of(), "find-lawyer");
    }

    /** Also where the process has not yet seen that there is a lawyer, who may have come by another way than a referral. */
    void checked(@Observes OrderChecked event) {
        String advice = event.objects() ? "OBJECT" : "HOLDS";
        processes.completeIfWaiting(event.id().value(), Map.of(), "check-overdue");
        if (!processes.completeIfWaiting(event.id().value(), Map.of(ADVICE, advice), "check")) {
            processes.mustNote(event.id().value(), ADVICE, advice);
            found(event.id());
        }
    }

    void over(@Observes ObjectionOver event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "objection-overdue");
        processes.mustComplete(event.id().value(), Map.of(), "object");
    }

    /** Also where the process has not yet seen that it was checked. */
    void answered(@Observes OrderAnswered event) {
        if (!processes.completeIfWaiting(event.id().value(), Map.of(), "answer")) {
            processes.end(event.id().value(), "over");
        }
    }

    void ended(@Observes OrdersEnded event) {
        event.ids().forEach(one -> processes.end(one.value(), "over"));
    }
}
