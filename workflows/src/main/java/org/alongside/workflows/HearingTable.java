package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.alongside.proceeding.HearingTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of a hearing's times: what its newest version answers. */
@ApplicationScoped
public class HearingTable implements HearingTimes {
    private ProcessEngine engine;

    protected HearingTable() {}

    @Inject
    public HearingTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public HearingTime now() {
        var row = DeadlineTables.answer(engine, StaffTable.HEARING_TIMES, "hearing", "HEARING");
        return new HearingTime(
                DeadlineTables.duration(row, "askBefore"),
                DeadlineTables.duration(row, "remindBefore"),
                DeadlineTables.duration(row, "supervisorBefore"),
                DeadlineTables.duration(row, "resultWithin"));
    }
}
