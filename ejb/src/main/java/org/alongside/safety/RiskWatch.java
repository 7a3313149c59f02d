package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.safety.Assessments.Newest;
import org.alongside.safety.SafetyEvent.HerReached;
import org.alongside.safety.SafetyEvent.RiskReviewEnded;
import org.alongside.safety.SafetyEvent.RiskToReview;
import org.alongside.shared.AssessmentId;
import org.alongside.shared.CaseId;

/**
 * By when her risk is assessed again, and by when somebody has reached her after it was found to be high (DL26): set with each
 * assessment, anew where a supervisor sets another level, and ended with the file.
 */
@ApplicationScoped
public class RiskWatch {
    @Inject
    CallerContext callers;

    @Inject
    Assessments assessments;

    @Inject
    Instance<SafetyTables> tables;

    @Inject
    Event<SafetyEvent> events;

    /** The newest assessment of a file, before another one is added. */
    Optional<Newest> newest(CaseId caseId) {
        return assessments.newest(caseId);
    }

    /** An assessment was made; what is asked about the one before is over. */
    void assessed(CaseId caseId, AssessmentId made, RiskLevel level, Optional<Newest> before) {
        watch(caseId, made, level, before, before.map(Newest::id));
    }

    /** A supervisor set another level than was found. */
    void overridden(CaseId caseId, Newest newest, RiskLevel level) {
        watch(caseId, newest.id(), level, Optional.of(newest), Optional.of(newest.id()));
    }

    private void watch(
            CaseId caseId, AssessmentId id, RiskLevel level, Optional<Newest> before, Optional<AssessmentId> over) {
        Caller caller = callers.caller();
        Duration within = tables.get().reviewAfter(level);
        events.fire(new RiskToReview(
                id,
                over,
                caller.organisation(),
                caller.now().plus(within.multipliedBy(3).dividedBy(4)),
                caller.now().plus(within),
                contactBy(caseId, level, before, caller.now())));
    }

    /** Whoever was at high risk before and was reached since needs nobody to hurry a second time. */
    private Optional<Instant> contactBy(CaseId caseId, RiskLevel level, Optional<Newest> before, Instant now) {
        boolean reached = before.filter(one -> one.level().atLeast(RiskLevel.HIGH))
                .filter(one -> assessments.reachedSince(caseId, one.at()))
                .isPresent();
        return level.atLeast(RiskLevel.HIGH) && !reached
                ? Optional.of(now.plus(tables.get().contactWithin(level)))
                : Optional.empty();
    }

    /** Somebody has spoken with her. */
    public void reached(CaseId caseId) {
        newest(caseId).ifPresent(newest -> events.fire(new HerReached(newest.id())));
    }

    /** The file is being closed: nobody is asked about her risk any more. Called before it closes. */
    public void end(CaseId caseId) {
        newest(caseId).ifPresent(newest -> events.fire(new RiskReviewEnded(newest.id())));
    }

    /**
     * The file is worked on again: the lead is asked at once, since nobody knows how she lived meanwhile, by the day that was set or, where
     * that is over, as soon as after danger now.
     */
    public void resume(CaseId caseId) {
        Caller caller = callers.caller();
        newest(caseId).ifPresent(newest -> {
            Instant set = newest.at().plus(tables.get().reviewAfter(newest.level()));
            Instant soon = caller.now().plus(tables.get().reviewAfter(RiskLevel.IMMEDIATE));
            events.fire(new RiskToReview(
                    newest.id(),
                    Optional.of(newest.id()),
                    caller.organisation(),
                    caller.now(),
                    set.isAfter(caller.now()) ? set : soon,
                    Optional.empty()));
        });
    }
}
