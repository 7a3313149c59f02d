package org.alongside.careplan;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.StepId;

/**
 * A step that waits for the caller's people, in a list.
 *
 * @param code code of the case
 * @param preferredName the name she uses, where the caller may know it
 * @param domain domain of the goal that it serves
 * @param mine whether nobody or the caller has taken it
 * @param takenBy name of the colleague who took it
 */
public record DueStep(
        StepId id,
        GoalId goal,
        CaseId caseId,
        String code,
        Optional<String> preferredName,
        String domain,
        String what,
        LocalDate dueOn,
        boolean overdue,
        StepStatus status,
        Optional<String> blockReason,
        boolean mine,
        Optional<String> takenBy,
        int version) {}
