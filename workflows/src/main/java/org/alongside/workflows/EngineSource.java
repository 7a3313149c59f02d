package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.camunda.bpm.engine.ProcessEngine;

/** Hands the running engine to the beans of this package, and to nobody else. */
@ApplicationScoped
class EngineSource {
    private volatile ProcessEngine engine;

    void began(ProcessEngine running) {
        engine = running;
    }

    @Produces
    @OfTheHouse
    @ApplicationScoped
    ProcessEngine engine() {
        return engine;
    }
}
