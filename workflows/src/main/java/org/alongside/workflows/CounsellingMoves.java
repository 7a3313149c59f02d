package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.alongside.counselling.SessionEvent.Moved;
import org.alongside.counselling.SessionEvent.Over;
import org.alongside.counselling.SessionEvent.Planned;
import org.alongside.counselling.SupervisionEvent.CarriesTooMuch;
import org.alongside.counselling.SupervisionEvent.Ended;
import org.alongside.counselling.SupervisionEvent.LookedAt;
import org.alongside.counselling.SupervisionEvent.Met;
import org.alongside.counselling.SupervisionEvent.Named;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts and moves the processes of a counsellor's hours, supervision and caseload, in the transaction of what happened: ids and instants alone. */
@Dependent
public class CounsellingMoves {
    private static final String HOUSE = "house";

    private final RunningProcesses processes;

    @Inject
    public CounsellingMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void planned(@Observes Planned event) {
        processes.start(
                "counselling",
                event.id().value(),
                Map.of(
                        "sittingId",
                        event.id().toString(),
                        HOUSE,
                        event.house().toString(),
                        "endsAt",
                        EngineTime.notBefore(event.endsAt()),
                        "recordBy",
                        EngineTime.notBefore(event.recordBy())));
    }

    /** An hour of which nobody is asked any more is moved without it. */
    void moved(@Observes Moved event) {
        processes.tellIfWaiting(
                event.id().value(),
                "SittingMoved",
                Map.of(
                        "endsAt",
                        EngineTime.notBefore(event.endsAt()),
                        "recordBy",
                        EngineTime.notBefore(event.recordBy())));
    }

    void over(@Observes Over event) {
        event.ids().forEach(id -> {
            if (!processes.completeIfWaiting(id.value(), Map.of(), "record")) {
                processes.tellIfWaiting(id.value(), "SittingOver", Map.of());
            }
        });
    }

    void named(@Observes Named event) {
        processes.start(
                "supervision", event.id().value(), meeting(event.house().toString(), event.askAt(), event.meetBy()));
    }

    void met(@Observes Met event) {
        processes.tellIfWaiting(
                event.id().value(),
                "SupervisionMet",
                Map.of("askAt", EngineTime.notBefore(event.askAt()), "meetBy", EngineTime.notBefore(event.meetBy())));
    }

    void ended(@Observes Ended event) {
        processes.tellIfWaiting(event.id().value(), "SupervisionEnded", Map.of());
    }

    void tooMuch(@Observes CarriesTooMuch event) {
        processes.start(
                "caseload",
                event.id().value(),
                Map.of(HOUSE, event.house().toString(), "lookBy", EngineTime.notBefore(event.lookBy())));
    }

    void looked(@Observes LookedAt event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "look");
    }

    private static Map<String, Object> meeting(String house, Instant askAt, Instant meetBy) {
        return Map.of(HOUSE, house, "askAt", EngineTime.notBefore(askAt), "meetBy", EngineTime.notBefore(meetBy));
    }
}
