package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.organisation.AbsenceRecorded;
import org.alongside.organisation.CaseAssigned;
import org.alongside.organisation.LoginAsked;
import org.alongside.tie.TieDeclared;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;

/**
 * Starts what follows when something is decided about somebody who works here, in the same transaction. Several may run for
 * one worker: each does what is to be done then, once.
 */
@Dependent
public class StaffMoves {
    private final RuntimeService runtime;
    private final EngineTasks tasks;

    @Inject
    public StaffMoves(@OfTheHouse ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.tasks = new EngineTasks(engine);
    }

    void asked(@Observes LoginAsked event) {
        String worker = event.worker().toString();
        runtime.startProcessInstanceByKey("login", worker, Map.of("worker", worker));
    }

    /** At once: until then nobody but a supervisor would see that it waits. */
    void assigned(@Observes CaseAssigned event) {
        tasks.handBack(event.before(), event.subjects());
    }

    /** At once, too: what is closed to them they neither do nor hand back themselves. */
    void tied(@Observes TieDeclared event) {
        tasks.handBack(event.worker(), event.subjects());
    }

    void away(@Observes AbsenceRecorded event) {
        String absence = event.absence().toString();
        runtime.startProcessInstanceByKey(
                "absence", absence, Map.of("absence", absence, "begins", EngineTime.notBefore(event.from())));
    }
}
