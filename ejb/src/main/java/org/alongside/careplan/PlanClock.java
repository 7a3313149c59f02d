package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Role;
import org.alongside.careplan.PlanCourses.Course;
import org.alongside.careplan.PlanEvent.PlanBegun;
import org.alongside.careplan.PlanEvent.PlanEnded;
import org.alongside.careplan.PlanEvent.PlanReviewed;
import org.alongside.careplan.PlanEvent.ReviewSet;
import org.alongside.careplan.ReviewTimes.ReviewTime;
import org.alongside.casefile.CaseFacts;
import org.alongside.safety.RiskSet;
import org.alongside.shared.CaseId;

/** Begins a plan with the lead's first act for it, sets when it is looked at again, and ends that with the case. */
@ApplicationScoped
public class PlanClock {
    @Inject
    CallerContext callers;

    @Inject
    PlanCourses courses;

    @Inject
    CaseFacts survivors;

    @Inject
    Instance<ReviewTimes> times;

    @Inject
    Event<PlanEvent> events;

    /** Begins the plan of the case, where the caller leads it and there is none. */
    void begin(CaseId caseId, PlanReach reach) {
        if (!callers.caller().has(Role.CW)
                || !reach.leads()
                || !reach.writes()
                || courses.open(caseId).isPresent()) {
            return;
        }
        Caller caller = callers.caller();
        CaseFacts.Facts her = survivors.of(caseId);
        ReviewTime time = times(her);
        UUID plan = UUID.randomUUID();
        Instant askAt = caller.now().plus(time.askAfter());
        Instant reviewBy = caller.now().plus(time.reviewWithin());
        if (courses.begin(plan, caseId, askAt, reviewBy, caller)) {
            events.fire(new PlanBegun(plan, her.lead()));
            events.fire(new ReviewSet(plan, askAt, reviewBy));
        }
    }

    /** After a review: the time begins anew. Answers by when it is looked at next. */
    Instant next(Course course, CaseFacts.Facts her) {
        events.fire(new PlanReviewed(course.plan()));
        Instant now = callers.caller().now();
        ReviewTime time = times(her);
        return set(course, now.plus(time.askAfter()), now.plus(time.reviewWithin()));
    }

    /**
     * Her risk level was set: the plan is looked at as soon as that level asks for it, counted from now, and never later than it
     * was to be.
     */
    void follow(@Observes RiskSet risk) {
        CaseId caseId = risk.caseId();
        courses.open(caseId).ifPresent(course -> {
            Instant now = callers.caller().now();
            ReviewTime time = times(survivors.of(caseId));
            Instant reviewBy = now.plus(time.reviewWithin());
            if (reviewBy.isBefore(course.reviewBy())) {
                events.fire(new PlanReviewed(course.plan()));
                set(course, earlier(course.askAt(), now.plus(time.askAfter())), reviewBy);
            }
        });
    }

    /** The case is being closed: nothing is asked about its plan any more. Called before it closes. */
    public void end(CaseId caseId) {
        courses.open(caseId).ifPresent(course -> events.fire(new PlanEnded(course.plan())));
    }

    private Instant set(Course course, Instant askAt, Instant reviewBy) {
        courses.set(course.plan(), askAt, reviewBy);
        events.fire(new ReviewSet(course.plan(), askAt, reviewBy));
        return reviewBy;
    }

    ReviewTime times(CaseFacts.Facts her) {
        return times.get().of(her.risk(), her.child());
    }

    /** Why a supervisor has to agree to her plan, codes of plan_approval_reason (DOMAIN 0.12); none: nobody has to. */
    static List<String> reasons(CaseFacts.Facts her) {
        List<String> reasons = new ArrayList<>();
        if (her.child()) {
            reasons.add("CHILD");
        }
        if (her.risk().equals("HIGH") || her.risk().equals("IMMEDIATE")) {
            reasons.add("HIGH_RISK");
        }
        return reasons;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
