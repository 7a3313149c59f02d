package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.alongside.missing.MissingTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of who is missing: what its newest version answers. */
@ApplicationScoped
public class MissingTable implements MissingTimes {
    private ProcessEngine engine;

    protected MissingTable() {}

    @Inject
    public MissingTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public MissingTime of(boolean child) {
        DmnDecisionRuleResult row =
                DeadlineTables.answer(engine, StaffTable.MISSING_DEADLINES, "who", child ? "CHILD" : "ADULT");
        return new MissingTime(
                DeadlineTables.duration(row, "searchWithin"),
                asked(row, "reportWithin"),
                asked(row, "conferenceWithin"),
                asked(row, "safeChannelWithin"),
                DeadlineTables.duration(row, "lookAfter"),
                DeadlineTables.duration(row, "talkWithin"));
    }

    private static Optional<Duration> asked(DmnDecisionRuleResult row, String output) {
        String cell = row.getEntry(output);
        return cell.isBlank() ? Optional.empty() : Optional.of(Duration.parse(cell));
    }
}
