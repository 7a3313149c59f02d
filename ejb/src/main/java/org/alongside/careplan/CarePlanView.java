package org.alongside.careplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.careplan.NewGoal.Measure;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.OrganisationId;

/**
 * A care plan as far as it is the caller's to know.
 *
 * @param whole whether all of it is; otherwise what the caller's organisation wrote, and the steps given to it
 * @param writes whether the caller may add goals and steps of their own
 * @param child whether it is of a child, who agrees to a goal with who stands for her
 */
public record CarePlanView(CaseId caseId, boolean whole, boolean writes, boolean child, List<GoalView> goals) {

    /**
     * A goal with the steps towards it that are the caller's to know.
     *
     * @param statement what she wants, in her own words
     * @param writtenBy who wrote it, where the caller may know that they help her
     * @param end why it ended as it did, for the lead and for who wrote the goal
     * @param measure where it sets out from and where it is to lead, for the same
     * @param backing what stands behind the agreement of a child, code of goal_backing
     * @param changeable whether the caller may rewrite or end it
     * @param version for changing it only as it was read
     */
    public record GoalView(
            GoalId id,
            CaseId caseId,
            String domain,
            String statement,
            String priority,
            LocalDate targetOn,
            GoalStatus status,
            Optional<OrganisationId> writtenBy,
            Optional<String> writtenByName,
            Instant writtenAt,
            Optional<Instant> agreedAt,
            Optional<Instant> endedAt,
            Optional<End> end,
            Optional<Measure> measure,
            Optional<String> backing,
            boolean changeable,
            List<StepView> steps,
            int version) {}

    /** Why a goal ended: code of goal_end_reason, and words. */
    public record End(String reason, String words) {}
}
