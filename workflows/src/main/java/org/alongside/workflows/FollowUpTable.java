package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.alongside.followup.FollowUpTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of follow-ups: what its newest version answers. */
@ApplicationScoped
public class FollowUpTable implements FollowUpTimes {
    private ProcessEngine engine;

    protected FollowUpTable() {}

    @Inject
    public FollowUpTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<FollowUpTime> all() {
        return new DeadlineTables(engine)
                .read(StaffTable.FOLLOW_UP_TIMES).rows().stream()
                        .map(row -> new FollowUpTime(
                                row.when(),
                                Duration.parse(row.then().get(0)),
                                Duration.parse(row.then().get(1)),
                                Duration.parse(row.then().get(2))))
                        .toList();
    }
}
