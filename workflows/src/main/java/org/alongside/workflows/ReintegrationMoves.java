package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alongside.reintegration.ReintegrationEvent.ReceiverConfirmed;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationDone;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationPlanned;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationReviewed;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationsEnded;
import org.alongside.reintegration.ReintegrationEvent.ReturnArranged;
import org.alongside.reintegration.ReintegrationEvent.ReturnRiskAssessed;
import org.alongside.reintegration.ReintegrationEvent.SurvivorArrived;
import org.alongside.reintegration.ReintegrationEvent.SurvivorLeft;
import org.alongside.shared.Clock;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who leads for what comes before she leaves and after, and stops asking, in the same transaction. It never moves her. */
@Dependent
public class ReintegrationMoves {
    private final RunningProcesses processes;

    @Inject
    public ReintegrationMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void planned(@Observes ReintegrationPlanned event) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("lead", event.lead().toString());
        variables.put("way", event.way());
        event.before().ifPresent(before -> {
            variables.put("riskBy", EngineTime.notBefore(before.riskBy()));
            variables.put("receiverBy", EngineTime.notBefore(before.receiverBy()));
            variables.put("readyBy", EngineTime.notBefore(before.readyBy()));
        });
        variables.putAll(looked(event.reviewBy()));
        processes.start("reintegration", event.id().value(), variables);
    }

    void riskAssessed(@Observes ReturnRiskAssessed event) {
        done(event.id().value(), "assessing-overdue", "assess-return");
    }

    void confirmed(@Observes ReceiverConfirmed event) {
        done(event.id().value(), "confirming-overdue", "confirm-receiver");
    }

    void arranged(@Observes ReturnArranged event) {
        done(event.id().value(), "arranging-overdue", "arrange");
    }

    /** What was asked before is done: the domain has said so in this transaction. */
    void left(@Observes SurvivorLeft event) {
        UUID id = event.id().value();
        done(id, "assessing-overdue", "assess-return");
        done(id, "confirming-overdue", "confirm-receiver");
        done(id, "arranging-overdue", "arrange");
        processes.mustTell(id, "SurvivorLeft", Map.of("arrivalBy", EngineTime.notBefore(event.arrivalBy())));
    }

    void arrived(@Observes SurvivorArrived event) {
        UUID id = event.id().value();
        processes.completeIfWaiting(id, Map.of(), "arriving-overdue");
        processes.mustComplete(id, looked(event.reviewBy()), "confirm-arrival");
    }

    /** Looked at before it was asked, nothing waits: it is asked at its time. */
    void reviewed(@Observes ReintegrationReviewed event) {
        UUID id = event.id().value();
        processes.completeIfWaiting(id, Map.of(), "looking-overdue");
        Map<String, Object> next = looked(event.reviewBy());
        next.put("done", false);
        processes.completeIfWaiting(id, next, "look-with-her");
    }

    void done(@Observes ReintegrationDone event) {
        UUID id = event.id().value();
        processes.completeIfWaiting(id, Map.of(), "looking-overdue");
        if (!processes.completeIfWaiting(id, Map.of("done", true), "look-with-her")) {
            processes.end(id, "she lives on her own");
        }
    }

    void ended(@Observes ReintegrationsEnded event) {
        event.ids().forEach(one -> processes.end(one.value(), "it is over"));
    }

    private void done(UUID id, String rung, String task) {
        processes.completeIfWaiting(id, Map.of(), rung);
        processes.completeIfWaiting(id, Map.of(), task);
    }

    /** The caseworker is asked when a quarter of the time is left. */
    private static Map<String, Object> looked(Instant by) {
        Instant now = Clock.get().instant();
        Duration quarter = Duration.between(now, by).dividedBy(4);
        Map<String, Object> times = new HashMap<>();
        times.put("askAt", EngineTime.notBefore(by.minus(quarter)));
        times.put("reviewBy", EngineTime.notBefore(by));
        return times;
    }
}
