package org.alongside.careplan;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.careplan.CourseView.ApprovalRequest;
import org.alongside.careplan.CourseView.PlanApproval;
import org.alongside.careplan.CourseView.PlanReview;
import org.alongside.careplan.PlanCourses.Course;
import org.alongside.careplan.PlanCourses.Since;
import org.alongside.careplan.PlanEvent.ApprovalAsked;
import org.alongside.careplan.PlanEvent.PlanApproved;
import org.alongside.careplan.PlanEvent.PlanSentBack;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/**
 * The door to the way of a plan: ask a supervisor to agree, agree or send it back, look at it again. A plan that nobody agreed to
 * yet is worked on all the same: what protects her does not wait for a signature. Nobody decides on what they ever asked for.
 */
@Stateless
@PermitAll
public class PlanCourseService {
    @Inject
    CallerContext callers;

    @Inject
    PlanCourses courses;

    @Inject
    PlanHistory history;

    @Inject
    PlanClock clock;

    @Inject
    PlanReaches reaches;

    @Inject
    CaseFacts survivors;

    @Inject
    Files files;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    ExpectedVersion expected;

    @Inject
    Event<PlanEvent> events;

    /** Where the plan is on its way; refuses who may not read all of it. */
    @Requires(Permission.READ_PLAN_COURSE)
    public CourseView of(CaseId caseId) {
        Caller caller = callers.caller();
        PlanReach reach = reaches.of(caller, caseId, files.found(caller, caseId));
        if (!reach.whole()) {
            throw Refusal.notAllowed("plan-not-open");
        }
        Optional<Course> course = courses.open(caseId);
        List<PlanReview> reviews = courses.reviews(caseId);
        return new CourseView(
                caseId,
                course.map(Course::begunAt),
                course.map(Course::askAt),
                course.map(Course::reviewBy),
                course.isPresent() && reach.leads() && reach.writes(),
                approval(caseId, course, reach, caller),
                course.map(one -> since(caseId, one, reviews).changes()).orElse(List.of()),
                reviews);
    }

    private PlanApproval approval(CaseId caseId, Optional<Course> course, PlanReach reach, Caller caller) {
        List<String> reasons = reach.leads() ? PlanClock.reasons(survivors.of(caseId)) : List.of();
        List<ApprovalRequest> requests =
                course.map(one -> courses.requests(one.plan())).orElse(List.of());
        Optional<ApprovalRequest> latest = requests.stream().findFirst();
        List<PlanChange> changes = reasons.isEmpty() && latest.isEmpty()
                ? List.of()
                : history.since(caseId, approvedAt(requests).orElse(Instant.EPOCH));
        ApprovalState state = state(reasons, requests, changes);
        boolean waits = state == ApprovalState.ASKED;
        return new PlanApproval(
                state,
                reasons,
                latest,
                changes,
                !waits && !reasons.isEmpty() && course.isPresent() && reach.writes() && caller.has(Role.CW),
                waits && reach.leads() && caller.has(Role.SUP) && !latest.get().own(),
                history.revision(caseId));
    }

    private static Optional<Instant> approvedAt(List<ApprovalRequest> requests) {
        return requests.stream().flatMap(one -> one.approvedAt().stream()).findFirst();
    }

    private static ApprovalState state(List<String> reasons, List<ApprovalRequest> requests, List<PlanChange> changes) {
        if (requests.stream().findFirst().filter(ApprovalRequest::undecided).isPresent()) {
            return ApprovalState.ASKED;
        }
        if (requests.stream().findFirst().flatMap(ApprovalRequest::sentBackAt).isPresent()) {
            return ApprovalState.SENT_BACK;
        }
        if (!requests.isEmpty()) {
            return changes.isEmpty() ? ApprovalState.APPROVED : ApprovalState.CHANGED_SINCE;
        }
        return reasons.isEmpty() ? ApprovalState.NOT_NEEDED : ApprovalState.NEEDED;
    }

    /**
     * Asks a supervisor to agree to the plan as it is; refuses where nobody has to, where it was asked already, and where there
     * is nothing to agree to.
     *
     * @param words what the supervisor should look at, or null
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.ASK_PLAN_APPROVAL)
    public void ask(CaseId caseId, String words, String key) {
        new Check().optionalText(words, "words", 500).orRefuse();
        Caller caller = callers.caller();
        UUID id = UUID.randomUUID();
        if (once.perform(key, "ASK_PLAN_APPROVAL " + caseId, new Asked(words), id, caller)
                .isPresent()) {
            return;
        }
        CaseFacts.Facts her = survivors.of(caseId);
        List<String> reasons = PlanClock.reasons(her);
        if (reasons.isEmpty()) {
            throw Refusal.wrongState("approval-not-needed");
        }
        Course course = courses.toMove(caseId);
        List<ApprovalRequest> requests = courses.requests(course.plan());
        if (requests.stream().anyMatch(ApprovalRequest::undecided)) {
            throw Refusal.wrongState("approval-asked-already");
        }
        boolean sentBack = requests.stream()
                .findFirst()
                .flatMap(ApprovalRequest::sentBackAt)
                .isPresent();
        if (!sentBack
                && history.since(caseId, approvedAt(requests).orElse(Instant.EPOCH))
                        .isEmpty()) {
            throw Refusal.wrongState("nothing-to-approve");
        }
        Instant approveBy = caller.now().plus(clock.times(her).approveWithin());
        courses.ask(id, course.plan(), caseId, reasons, PlanRules.stripped(words), approveBy, caller);
        events.fire(new ApprovalAsked(course.plan(), approveBy));
    }

    /**
     * A supervisor who never asked for it agrees to the plan; refuses {@code own-request}, and stale where it changed since it was read.
     * What was read is its revision, as {@link ExpectedVersion}.
     */
    @Requires(Permission.APPROVE_PLAN)
    public void approve(CaseId caseId) {
        Caller caller = callers.caller();
        Course course = courses.toMove(caseId);
        ApprovalRequest request = decidable(course);
        expected.requireIfSaid(history.revision(caseId));
        courses.approve(request.id(), caller);
        events.fire(new PlanApproved(course.plan()));
    }

    /** A supervisor who never asked for it sends the plan back with what to change; refuses {@code own-request}. */
    @Requires(Permission.APPROVE_PLAN)
    public void sendBack(CaseId caseId, String change) {
        new Check().text(change, "change", 500).orRefuse();
        Caller caller = callers.caller();
        Course course = courses.toMove(caseId);
        ApprovalRequest request = decidable(course);
        courses.sendBack(request.id(), change.strip(), caller);
        events.fire(new PlanSentBack(
                course.plan(),
                caller.now().plus(clock.times(survivors.of(caseId)).approveWithin())));
    }

    private ApprovalRequest decidable(Course course) {
        ApprovalRequest request = courses.requests(course.plan()).stream()
                .filter(ApprovalRequest::undecided)
                .findFirst()
                .orElseThrow(() -> Refusal.wrongState("approval-not-asked"));
        if (request.own()) {
            throw Refusal.notAllowed("own-request");
        }
        return request;
    }

    /**
     * Keeps that the plan was looked at again, with what changed since the last time, and begins the time anew; refuses INVALID
     * with every reason by field.
     *
     * @param key makes the call repeatable, or null
     * @return by when it is looked at next
     */
    @Requires(Permission.REVIEW_PLAN)
    public Instant review(CaseId caseId, NewReview review, String key) {
        Fields.require(review, codes);
        Caller caller = callers.caller();
        Course course = courses.toMove(caseId);
        UUID id = UUID.randomUUID();
        if (once.perform(key, "REVIEW_PLAN " + caseId, review, id, caller).isPresent()) {
            return course.reviewBy();
        }
        Since since = since(caseId, course, courses.reviews(caseId));
        if (since.at().isAfter(caller.now())) {
            // somebody else has looked at it in this moment
            throw Refusal.stale("changed-meanwhile");
        }
        CaseFacts.Facts her = survivors.of(caseId);
        Instant nextBy = caller.now().plus(clock.times(her).reviewWithin());
        courses.keep(id, course, caseId, review, since, her.risk(), nextBy, caller);
        return clock.next(course, her);
    }

    private Since since(CaseId caseId, Course course, List<PlanReview> reviews) {
        Instant at = reviews.stream()
                .map(PlanReview::reviewedAt)
                .filter(reviewed -> reviewed.isAfter(course.begunAt()))
                .findFirst()
                .orElse(course.begunAt());
        return new Since(at, history.since(caseId, at));
    }

    private record Asked(String words) {}
}
