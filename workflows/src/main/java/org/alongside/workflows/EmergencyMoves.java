package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Role;
import org.alongside.emergency.EmergencyEvent;
import org.alongside.emergency.EmergencyEvent.AccessAsked;
import org.alongside.emergency.EmergencyEvent.AccessOpened;
import org.alongside.emergency.EmergencyEvent.AccessReviewed;
import org.alongside.emergency.EmergencyEvent.AskingTakenBack;
import org.alongside.emergency.EmergencyEvent.MisuseSeen;
import org.alongside.emergency.EmergencyEvent.NotToldYet;
import org.alongside.emergency.EmergencyEvent.NothingOpened;
import org.alongside.emergency.EmergencyEvent.SurvivorTold;
import org.alongside.shared.OrganisationId;
import org.alongside.worklist.TaskGroup;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts and moves the process of an emergency access, in the same transaction: no file is opened of which no review waits. */
@Dependent
public class EmergencyMoves {
    private static final String URGENCY = "urgency";

    private final RunningProcesses processes;

    @Inject
    public EmergencyMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    /** Whoever is on call is told at once: she may be in danger. */
    void asked(@Observes AccessAsked event) {
        processes.start(
                "emergency",
                id(event),
                Map.of(
                        "house",
                        event.house().toString(),
                        "lapsesAt",
                        EngineTime.notBefore(event.lapsesAt()),
                        "opened",
                        false,
                        URGENCY,
                        "URGENT"));
    }

    void nothing(@Observes NothingOpened event) {
        processes.mustComplete(id(event), Map.of("opened", false), "agree");
    }

    /** Agreed to by a second person, or at once and then its process begins with it. */
    void opened(@Observes AccessOpened event) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("house", event.house().toString());
        variables.put("opened", true);
        variables.put("lead", event.lead().toString());
        variables.put("reviewers", groups(event.reviewers(), Role.DPO));
        variables.put("overseers", groups(event.overseers(), Role.NRM));
        variables.put("administrators", groups(event.administrators(), Role.ADM));
        variables.put("reviewBy", EngineTime.notBefore(event.reviewBy()));
        variables.put("tellBy", EngineTime.notBefore(event.tellBy()));
        variables.put(URGENCY, "ROUTINE");
        if (event.atOnce()) {
            processes.start("emergency", id(event), variables);
        } else {
            processes.mustComplete(id(event), variables, "agree");
        }
    }

    void takenBack(@Observes AskingTakenBack event) {
        processes.mustTell(id(event), "AskingTakenBack", Map.of());
    }

    void reviewed(@Observes AccessReviewed event) {
        processes.mustComplete(id(event), Map.of("misuse", event.misuse()), "review");
    }

    void told(@Observes SurvivorTold event) {
        processes.mustComplete(id(event), Map.of("told", true), "tell");
    }

    void notToldYet(@Observes NotToldYet event) {
        processes.completeIfWaiting(id(event), Map.of(), "telling-overdue");
        processes.completeIfWaiting(
                id(event),
                Map.of(
                        "told",
                        false,
                        "lookAgainAt",
                        EngineTime.notBefore(event.lookAgainAt()),
                        "tellBy",
                        EngineTime.notBefore(event.tellBy())),
                "tell");
    }

    /** Seen a second time, or by somebody who was told too, nothing waits any more. */
    void seen(@Observes MisuseSeen event) {
        processes.completeIfWaiting(id(event), Map.of(), event.administrator() ? "check-login" : "talk");
    }

    private static String groups(List<OrganisationId> organisations, Role role) {
        return organisations.stream()
                .map(organisation -> new TaskGroup(organisation, role.name()).toString())
                .collect(Collectors.joining(","));
    }

    private static UUID id(EmergencyEvent event) {
        return event.id().value();
    }
}
