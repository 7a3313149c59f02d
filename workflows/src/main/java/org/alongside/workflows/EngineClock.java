package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import org.alongside.shared.ClockMoved;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Keeps the engine's clock with the one clock of Alongside, so that timers ring when the domain says it is time. */
@Dependent
public class EngineClock {
    private final ProcessEngine engine;

    @Inject
    public EngineClock(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClockMoved moved) {
        set(moved.ahead());
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
    }

    static void set(Duration ahead) {
        ClockUtil.offset(ahead.toMillis());
    }
}
