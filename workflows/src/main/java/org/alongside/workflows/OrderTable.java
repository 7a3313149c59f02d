package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.alongside.courtorder.OrderTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of court orders: what its newest version answers. */
@ApplicationScoped
public class OrderTable implements OrderTimes {
    private ProcessEngine engine;

    protected OrderTable() {}

    @Inject
    public OrderTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Times of(String kind) {
        var row = DeadlineTables.answer(engine, StaffTable.ORDER_TIMES, "kind", kind);
        return new Times(DeadlineTables.duration(row, "checkWithin"), DeadlineTables.duration(row, "supervisorBefore"));
    }
}
