package org.alongside.careplan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;

/**
 * Where a plan is on its way, for those who read all of it.
 *
 * @param begunAt since when there is a plan; empty: not yet
 * @param askAt from when it is asked to be looked at again
 * @param reviewBy by when it is to be looked at again
 * @param reviewable whether the caller may say that it was
 * @param approval whether a supervisor agrees to it, and what has changed since
 * @param sinceReview what changed since the last review, or the beginning, the newest last
 * @param reviews the newest first
 */
public record CourseView(
        CaseId caseId,
        Optional<Instant> begunAt,
        Optional<Instant> askAt,
        Optional<Instant> reviewBy,
        boolean reviewable,
        PlanApproval approval,
        List<PlanChange> sinceReview,
        List<PlanReview> reviews) {

    /**
     * Whether a supervisor agrees.
     *
     * @param state NOT_NEEDED, NEEDED, ASKED, APPROVED, CHANGED_SINCE or SENT_BACK
     * @param reasons why it is needed, codes of plan_approval_reason
     * @param latest the newest request and what came of it
     * @param changes what changed since the last approval; without one, all that there is
     * @param askable whether the caller may ask for it now
     * @param decidable whether the caller may decide now
     * @param revision counts every change of the plan, to be handed in with the decision
     */
    public record PlanApproval(
            ApprovalState state,
            List<String> reasons,
            Optional<ApprovalRequest> latest,
            List<PlanChange> changes,
            boolean askable,
            boolean decidable,
            int revision) {}

    /**
     * A request and what came of it.
     *
     * @param own whether the caller ever asked for this plan, and so never decides
     */
    public record ApprovalRequest(
            UUID id,
            String words,
            Instant askedAt,
            String askedBy,
            Instant approveBy,
            Optional<Instant> approvedAt,
            Optional<Instant> sentBackAt,
            Optional<String> decidedBy,
            Optional<String> sentBackWords,
            boolean own) {
        boolean undecided() {
            return approvedAt.isEmpty() && sentBackAt.isEmpty();
        }
    }

    /**
     * A review.
     *
     * @param risk code of risk_level of then
     * @param changes what had changed since the one before
     */
    public record PlanReview(
            Instant reviewedAt,
            String reviewedBy,
            String herPart,
            String herWords,
            String outcome,
            String words,
            String risk,
            Instant nextBy,
            List<PlanChange> changes) {}
}
