package org.alongside.workflows;

import static org.alongside.workflows.DeadlineTables.duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.alongside.safety.RiskLevel;
import org.alongside.safety.SafetyTables;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;

/** What the newest version of the tables of safety answers. */
@ApplicationScoped
public class SafetyDecisions implements SafetyTables {
    private ProcessEngine engine;

    protected SafetyDecisions() {}

    @Inject
    public SafetyDecisions(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public RiskLevel levelOf(String finding) {
        return RiskLevel.valueOf(
                answer(StaffTable.RISK_LEVEL, "finding", finding).getEntry("level"));
    }

    @Override
    public Duration reviewAfter(RiskLevel level) {
        return duration(answer(StaffTable.RISK_REVIEW, "level", level.name()), "reviewAfter");
    }

    @Override
    public Duration contactWithin(RiskLevel level) {
        return duration(answer(StaffTable.FIRST_CONTACT, "level", level.name()), "contactWithin");
    }

    @Override
    public AlertClock clockOf(String severity) {
        DmnDecisionRuleResult row = answer(StaffTable.ALERT_DEADLINES, "severity", severity);
        return new AlertClock(
                duration(row, "remindAfter"),
                duration(row, "answerWithin"),
                duration(row, "coordinatorAfter"),
                duration(row, "settleWithin"));
    }

    private DmnDecisionRuleResult answer(StaffTable table, String input, String code) {
        return DeadlineTables.answer(engine, table, input, code);
    }
}
