package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.alongside.counselling.CounsellingTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;

/** The tables of counselling: what their newest versions answer. */
@ApplicationScoped
public class CounsellingTable implements CounsellingTimes {
    private static final String DONE_WITHIN = "doneWithin";

    private ProcessEngine engine;

    protected CounsellingTable() {}

    @Inject
    public CounsellingTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Times times() {
        DmnDecisionRuleResult supervision = row(StaffTable.COUNSELLING_TIMES, "SUPERVISION");
        return new Times(
                within("SESSION"),
                within("CASELOAD"),
                DeadlineTables.duration(supervision, "askedAfter"),
                DeadlineTables.duration(supervision, DONE_WITHIN));
    }

    @Override
    public Limits limits() {
        return new Limits(most("OPEN_CASES"), most("SESSIONS_A_WEEK"));
    }

    private Duration within(String what) {
        return DeadlineTables.duration(row(StaffTable.COUNSELLING_TIMES, what), DONE_WITHIN);
    }

    private int most(String what) {
        return Integer.parseInt(row(StaffTable.COUNSELLING_LIMITS, what).getEntry("most"));
    }

    private DmnDecisionRuleResult row(StaffTable table, String what) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey(table.key())
                .variables(Map.of("what", what))
                .evaluate()
                .getSingleResult();
    }
}
