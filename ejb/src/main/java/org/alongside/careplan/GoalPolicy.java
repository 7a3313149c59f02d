package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Category;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.GoalId;
import org.alongside.shared.Reason;

/** Whose a goal is: the lead's, who wrote it, and to know of it whoever has a step towards it. Nobody else's. */
@ApplicationScoped
public class GoalPolicy implements Policy<GoalId> {
    @Inject
    Plans plans;

    @Inject
    PlanReaches reaches;

    @Inject
    CasePolicy cases;

    @Override
    public Class<GoalId> subject() {
        return GoalId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, GoalId id) {
        return plans.find(id)
                .flatMap(goal -> cases.standing(caller, goal.caseId()).filter(file -> reaches.of(
                                caller, goal.caseId(), file.openness().orElseThrow())
                        .knowsGoal(goal.organisation(), plans.stepsOf(id))))
                .map(file -> new Standing(file.caseId(), id.value(), file.basis(), file.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, GoalId id, Standing standing) {
        Goal goal = plans.require(id);
        PlanReach reach = reaches.of(caller, goal.caseId(), standing.openness().orElseThrow());
        boolean may =
                switch (permission) {
                    case WRITE_GOAL -> reach.changes(goal.organisation());
                    case WRITE_STEP -> reach.writes();
                    default -> true;
                };
        return may ? List.of() : List.of(Reason.of("not-yours-to-write", Category.CARE_PLAN_GOALS.name()));
    }
}
