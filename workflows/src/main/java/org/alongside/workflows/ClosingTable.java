package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.alongside.closing.ClosingTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of closing: what its newest version answers. */
@ApplicationScoped
public class ClosingTable implements ClosingTimes {
    private ProcessEngine engine;

    protected ClosingTable() {}

    @Inject
    public ClosingTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Duration within(String step) {
        return DeadlineTables.duration(
                engine.getDecisionService()
                        .evaluateDecisionTableByKey(StaffTable.CLOSING_DEADLINES.key())
                        .variables(Map.of("step", step))
                        .evaluate()
                        .getSingleResult(),
                "within");
    }
}
