package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.alongside.proceeding.DeadlineTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of warnings before a last day: what its newest version answers. */
@ApplicationScoped
public class LegalWarningTable implements DeadlineTimes {
    private ProcessEngine engine;

    protected LegalWarningTable() {}

    @Inject
    public LegalWarningTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Warnings of(String kind) {
        var row = DeadlineTables.answer(engine, StaffTable.LEGAL_WARNINGS, "kind", kind);
        return new Warnings(
                DeadlineTables.duration(row, "askBefore"),
                DeadlineTables.duration(row, "remindBefore"),
                DeadlineTables.duration(row, "supervisorBefore"));
    }
}
