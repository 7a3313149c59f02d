package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.careplan.CourseView.ApprovalRequest;
import org.alongside.careplan.CourseView.PlanReview;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of plans on their way, with their approvals and reviews, as far as the caller may read them. */
@ApplicationScoped
class PlanCourses {
    @PersistenceContext
    EntityManager em;

    @Inject
    PlanHistory history;

    /** The plan of the episode under way. */
    Optional<Course> open(CaseId caseId) {
        return Sql.of(
                        em,
                        "select plan_id, begun_at, ask_at, review_by from care_plan where case_id = :case and ended_at is null")
                .with("case", caseId.value())
                .first(row -> new Course(row.uuid(0), row.instant(1), row.instant(2), row.instant(3)));
    }

    /** The same, for somebody who is about to move it on: whoever comes second waits, then sees what the first one did. */
    Course toMove(CaseId caseId) {
        Sql.of(em, "select 1 from care_plan where case_id = :case and ended_at is null for update")
                .with("case", caseId.value())
                .first(row -> row.number(0));
        return open(caseId).orElseThrow(() -> Refusal.wrongState("no-plan-yet"));
    }

    /** Begins a plan where there is none; answers whether it did. */
    boolean begin(UUID plan, CaseId caseId, Instant askAt, Instant reviewBy, Caller caller) {
        return Sql.of(em, """
                                insert into care_plan (plan_id, case_id, begun_at, begun_by, ask_at, review_by)
                                values (:plan, :case, :now, :worker, :ask, :by) on conflict do nothing
                                """)
                        .with("plan", plan)
                        .with("case", caseId.value())
                        .with("now", caller.now())
                        .with("worker", caller.worker().value())
                        .with("ask", askAt)
                        .with("by", reviewBy)
                        .change()
                == 1;
    }

    void set(UUID plan, Instant askAt, Instant reviewBy) {
        Sql.of(em, "update care_plan set ask_at = :ask, review_by = :by where plan_id = :plan")
                .with("plan", plan)
                .with("ask", askAt)
                .with("by", reviewBy)
                .change();
    }

    /** The requests for a plan, the newest first. */
    List<ApprovalRequest> requests(UUID plan) {
        return Sql.of(em, """
                        select a.approval_id, a.words, a.asked_at, w.name, a.approve_by, a.approved_at, a.sent_back_at, d.name, a.sent_back_words,
                               asked_for_plan(a.plan_id)
                          from plan_approval a join worker w on w.worker_id = a.asked_by
                          left join worker d on d.worker_id = coalesce(a.approved_by, a.sent_back_by)
                         where a.plan_id = :plan order by a.asked_at desc
                        """)
                .with("plan", plan)
                .rows(row -> new ApprovalRequest(
                        row.uuid(0),
                        row.text(1),
                        row.instant(2),
                        row.text(3),
                        row.instant(4),
                        row.when(5),
                        row.when(6),
                        Optional.ofNullable(row.text(7)),
                        Optional.ofNullable(row.text(8)),
                        row.yes(9)));
    }

    void ask(UUID id, UUID plan, CaseId caseId, List<String> reasons, String words, Instant approveBy, Caller caller) {
        Sql.of(em, """
                        insert into plan_approval (approval_id, plan_id, case_id, reasons, words, asked_at, asked_by, approve_by)
                        values (:id, :plan, :case, :reasons, :words, :now, :worker, :by)
                        """)
                .with("id", id)
                .with("plan", plan)
                .with("case", caseId.value())
                .with("reasons", reasons)
                .with("words", words)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("by", approveBy)
                .change();
    }

    void approve(UUID request, Caller caller) {
        decided(
                Sql.of(
                        em,
                        "update plan_approval set approved_at = :now, approved_by = :worker where approval_id = :id"
                                + " and approved_at is null and sent_back_at is null"),
                request,
                caller);
    }

    void sendBack(UUID request, String words, Caller caller) {
        decided(
                Sql.of(
                                em,
                                "update plan_approval set sent_back_at = :now, sent_back_by = :worker, sent_back_words = :words"
                                        + " where approval_id = :id and approved_at is null and sent_back_at is null")
                        .with("words", words),
                request,
                caller);
    }

    private static void decided(Sql deciding, UUID request, Caller caller) {
        int rows = deciding.with("id", request)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        if (rows == 0) {
            throw Refusal.stale("changed-meanwhile");
        }
    }

    /** Keeps a review with what changed since the one before. */
    void keep(
            UUID id,
            Course course,
            CaseId caseId,
            NewReview review,
            Since since,
            String risk,
            Instant nextBy,
            Caller caller) {
        Sql.of(em, """
                        insert into plan_review (review_id, plan_id, case_id, since, reviewed_at, reviewed_by, her_part, her_words, outcome, words,
                                                 risk_level, next_by)
                        values (:id, :plan, :case, :since, :now, :worker, :part, :hers, :outcome, :words, :risk, :next)
                        """)
                .with("id", id)
                .with("plan", course.plan())
                .with("case", caseId.value())
                .with("since", since.at())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("part", review.herPart())
                .with("hers", PlanRules.stripped(review.herWords()))
                .with("outcome", review.outcome())
                .with("words", PlanRules.stripped(review.words()))
                .with("risk", risk)
                .with("next", nextBy)
                .change();
        history.keep(id, caseId, since.changes());
    }

    /** The reviews of a case, the newest first. */
    List<PlanReview> reviews(CaseId caseId) {
        Map<UUID, List<PlanChange>> kept = history.kept(caseId);
        return Sql.of(em, """
                        select r.review_id, r.reviewed_at, w.name, r.her_part, r.her_words, r.outcome, r.words, r.risk_level, r.next_by
                          from plan_review r join worker w on w.worker_id = r.reviewed_by
                         where r.case_id = :case order by r.reviewed_at desc
                        """)
                .with("case", caseId.value())
                .rows(row -> new PlanReview(
                        row.instant(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.text(7),
                        row.instant(8),
                        kept.getOrDefault(row.uuid(0), List.of())));
    }

    /** Since when, and what changed since then. */
    record Since(Instant at, List<PlanChange> changes) {}

    /** A plan of an episode. */
    record Course(UUID plan, Instant begunAt, Instant askAt, Instant reviewBy) {}
}
