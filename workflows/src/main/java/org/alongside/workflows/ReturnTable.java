package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.alongside.reintegration.ReturnTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of a return: what its newest version answers. */
@ApplicationScoped
public class ReturnTable implements ReturnTimes {
    private ProcessEngine engine;

    protected ReturnTable() {}

    @Inject
    public ReturnTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Duration within(String step) {
        return DeadlineTables.duration(
                engine.getDecisionService()
                        .evaluateDecisionTableByKey(StaffTable.RETURN_DEADLINES.key())
                        .variables(Map.of("step", step))
                        .evaluate()
                        .getSingleResult(),
                "within");
    }
}
