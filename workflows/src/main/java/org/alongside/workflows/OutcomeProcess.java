package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.alongside.access.SystemIdentity;
import org.alongside.followup.FollowUpService;
import org.alongside.outcome.MeasureAskService;

/** What {@code outcome-watch.bpmn} asks for. */
@Dependent
public class OutcomeProcess implements ProcessBean {
    private final MeasureAskService asks;
    private final FollowUpService followUps;
    private final SystemWork system;

    @Inject
    public OutcomeProcess(MeasureAskService asks, FollowUpService followUps, SystemIdentity identity) {
        this.asks = asks;
        this.followUps = followUps;
        this.system = new SystemWork(identity);
    }

    /** Asks who leads to measure where the time has come. */
    public void look() {
        system.run(asks::look);
    }

    /** Plans follow-ups of files that were closed before there were any. */
    public void planForBefore() {
        system.run(followUps::planForBefore);
    }
}
