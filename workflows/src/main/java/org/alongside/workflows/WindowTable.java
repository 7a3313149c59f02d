package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.healthcare.HealthWindows;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of care that cannot wait: what its newest version answers. */
@ApplicationScoped
public class WindowTable implements HealthWindows {
    private ProcessEngine engine;

    protected WindowTable() {}

    @Inject
    public WindowTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthWindow of(String kind) {
        DmnDecisionRuleResult row = engine.getDecisionService()
                .evaluateDecisionTableByKey(StaffTable.HEALTH_WINDOWS.key())
                .variables(Map.of("window", kind))
                .evaluate()
                .getSingleResult();
        return new HealthWindow(
                DeadlineTables.duration(row, "supervisorAfter"), DeadlineTables.duration(row, "careWithin"));
    }
}
