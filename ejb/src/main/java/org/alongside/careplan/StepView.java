package org.alongside.careplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.StepId;
import org.alongside.shared.WorkerId;

/**
 * A step as far as it is the caller's to know.
 *
 * @param writtenBy who wrote it, where the caller may know that they help her
 * @param overdue whether it is open and its day is past, in the caller's time zone
 * @param changeable whether the caller may rewrite, give away or cancel it: whoever wrote it and the lead
 * @param progressable whether the caller may move it on: they, and its owner's people
 * @param mine whether it waits for the caller: given to their organisation and a role of theirs, and taken by nobody else
 * @param version for changing it only as it was read
 */
public record StepView(
        StepId id,
        GoalId goal,
        CaseId caseId,
        Optional<OrganisationId> writtenBy,
        String what,
        Holder owner,
        LocalDate dueOn,
        StepStatus status,
        Optional<Obstacle> block,
        Optional<Instant> endedAt,
        String outcome,
        String cancelReason,
        boolean overdue,
        boolean changeable,
        boolean progressable,
        boolean mine,
        int version) {

    /**
     * Whose it is.
     *
     * @param unnamed whether it is an organisation of which the caller is not to know that it helps her
     * @param organisation empty, with all the rest: the survivor's own, where it is not unnamed
     * @param role code of user_role
     * @param worker the one person there who took it
     * @param knows whether they can still see it; no more once she takes back that they know her plan
     */
    public record Holder(
            boolean unnamed,
            Optional<OrganisationId> organisation,
            Optional<String> organisationName,
            Optional<String> role,
            Optional<WorkerId> worker,
            Optional<String> workerName,
            boolean knows) {
        static final Holder UNNAMED = new Holder(
                true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    /** What keeps it: since when, code of step_block_reason, and words. */
    public record Obstacle(Instant since, String reason, String words) {}
}
