package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.outcome.MeasureTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of measuring: what its newest version answers. */
@ApplicationScoped
public class MeasureTable implements MeasureTimes {
    private ProcessEngine engine;

    protected MeasureTable() {}

    @Inject
    public MeasureTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public MeasureTime of(String point) {
        var row = engine.getDecisionService()
                .evaluateDecisionTableByKey(StaffTable.MEASURE_TIMES.key())
                .variables(Map.of("point", point))
                .evaluate()
                .getSingleResult();
        return new MeasureTime(DeadlineTables.duration(row, "askAfter"), DeadlineTables.duration(row, "doneWithin"));
    }
}
