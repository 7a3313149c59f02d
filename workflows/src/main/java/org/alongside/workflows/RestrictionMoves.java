package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.restriction.RestrictionEvent.EndTold;
import org.alongside.restriction.RestrictionEvent.Imposed;
import org.alongside.restriction.RestrictionEvent.Lifted;
import org.alongside.restriction.RestrictionEvent.Prolonged;
import org.alongside.restriction.RestrictionEvent.Reviewed;
import org.alongside.restriction.RestrictionEvent.Stopped;
import org.alongside.restriction.RestrictionEvent.Told;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts and moves the process of a limit on a stay in the same transaction: none is imposed of which nobody tells her. */
@Dependent
public class RestrictionMoves {
    private static final String TELL_BY = "tellBy";
    private static final String REVIEW_BY = "reviewBy";
    private static final String ENDS_AT = "endsAt";

    private final RunningProcesses processes;

    @Inject
    public RestrictionMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void imposed(@Observes Imposed event) {
        processes.start(
                "restriction",
                event.id().value(),
                Map.of(
                        "restrictionId",
                        event.id().toString(),
                        "house",
                        event.house().toString(),
                        TELL_BY,
                        EngineTime.notBefore(event.tellBy()),
                        REVIEW_BY,
                        EngineTime.notBefore(event.reviewBy()),
                        ENDS_AT,
                        EngineTime.notBefore(event.endsAt())));
    }

    /** All that was asked about it is asked anew. */
    void prolonged(@Observes Prolonged event) {
        processes.mustTell(
                event.id().value(),
                "RestrictionProlonged",
                Map.of(
                        TELL_BY,
                        EngineTime.notBefore(event.tellBy()),
                        REVIEW_BY,
                        EngineTime.notBefore(event.reviewBy()),
                        ENDS_AT,
                        EngineTime.notBefore(event.endsAt())));
    }

    /** Reviewed once more after that, nothing waits. */
    void reviewed(@Observes Reviewed event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "review-overdue");
        processes.completeIfWaiting(
                event.id().value(),
                Map.of(REVIEW_BY, EngineTime.notBefore(event.reviewBy()), "again", event.again()),
                "review");
    }

    void told(@Observes Told event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "tell-overdue");
        processes.mustComplete(event.id().value(), Map.of(), "tell");
    }

    void lifted(@Observes Lifted event) {
        processes.mustTell(event.id().value(), "RestrictionLifted", Map.of());
    }

    void endTold(@Observes EndTold event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "end-overdue");
        processes.mustComplete(event.id().value(), Map.of(), "tell-ended");
    }

    void stopped(@Observes Stopped event) {
        event.ids().forEach(one -> processes.end(one.value(), "her stay is over"));
    }
}
