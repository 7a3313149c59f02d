package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Role;
import org.alongside.safety.SafetyEvent.AlertAcknowledged;
import org.alongside.safety.SafetyEvent.AlertRaised;
import org.alongside.safety.SafetyEvent.AlertSettled;
import org.alongside.safety.SafetyEvent.AlertsEnded;
import org.alongside.shared.OrganisationId;
import org.alongside.worklist.Coordinators;
import org.alongside.worklist.TaskGroup;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts and moves the process of an alert, in the same transaction as what somebody said or did. */
@Dependent
public class SafetyMoves {
    private static final String URGENCY = "urgency";
    private static final Map<String, String> URGENCIES =
            Map.of("CRITICAL", "EMERGENCY", "HIGH", "URGENT", "MEDIUM", "PRIORITY", "LOW", "ROUTINE");

    private final RunningProcesses processes;
    private final Coordinators coordinators;

    @Inject
    public SafetyMoves(@OfTheHouse ProcessEngine engine, Coordinators coordinators) {
        this.processes = new RunningProcesses(engine);
        this.coordinators = coordinators;
    }

    /** Of what is critical or high whoever is on call is told at once. */
    void raised(@Observes AlertRaised event) {
        processes.start(
                "safety-alert",
                event.alert().value(),
                Map.of(
                        "lead",
                        event.lead().toString(),
                        "overseers",
                        overseers(event.lead()),
                        URGENCY,
                        URGENCIES.get(event.severity()),
                        "remindAt",
                        EngineTime.notBefore(event.remindAt()),
                        "answerBy",
                        EngineTime.notBefore(event.answerBy()),
                        "coordinatorAt",
                        EngineTime.notBefore(event.coordinatorAt()),
                        "settleBy",
                        EngineTime.notBefore(event.settleBy())));
    }

    /** Somebody sees to it: nobody is called to it any more. */
    void acknowledged(@Observes AlertAcknowledged event) {
        UUID id = event.alert().value();
        processes.completeIfWaiting(id, Map.of(), "unanswered", "look-at-unanswered");
        processes.mustComplete(id, Map.of(URGENCY, "ROUTINE"), "acknowledge");
    }

    void settled(@Observes AlertSettled event) {
        processes.mustComplete(event.alert().value(), Map.of(), "act");
    }

    void ended(@Observes AlertsEnded event) {
        event.alerts().forEach(alert -> processes.end(alert.value(), "file closed"));
    }

    /** Where nobody coordinates, those who supervise are asked once more. */
    private String overseers(OrganisationId lead) {
        List<OrganisationId> all = coordinators.all();
        return all.isEmpty()
                ? new TaskGroup(lead, Role.SUP.name()).toString()
                : all.stream()
                        .map(one -> new TaskGroup(one, Role.NRM.name()).toString())
                        .collect(Collectors.joining(","));
    }
}
