package org.alongside.careplan;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.GoalId;
import org.alongside.shared.StepId;

/**
 * One thing that changed in a plan.
 *
 * @param kind code of plan_change_kind
 * @param domain code of care_domain of the goal
 * @param step empty where it is about the goal itself
 * @param said the words of the goal or step, as they were then
 */
public record PlanChange(String kind, Instant at, String domain, GoalId goal, Optional<StepId> step, String said) {}
