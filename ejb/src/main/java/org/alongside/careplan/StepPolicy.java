package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Category;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.StepId;

/** Whose a step is: the lead's, who wrote it, and its owner's people, who move it on. Nobody else's. */
@ApplicationScoped
public class StepPolicy implements Policy<StepId> {
    @Inject
    Plans plans;

    @Inject
    PlanReaches reaches;

    @Inject
    CasePolicy cases;

    @Inject
    ExpectedVersion expected;

    @Override
    public Class<StepId> subject() {
        return StepId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, StepId id) {
        return plans.find(id)
                .flatMap(step -> cases.standing(caller, step.caseId()).filter(file -> reaches.of(
                                caller, step.caseId(), file.openness().orElseThrow())
                        .knowsStep(step.organisation(), step.owner().organisation())))
                .map(file -> new Standing(file.caseId(), id.value(), file.basis(), file.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, StepId id, Standing standing) {
        ActionStep step = plans.require(id);
        PlanReach reach = reaches.of(caller, step.caseId(), standing.openness().orElseThrow());
        OrganisationId owner = step.owner().organisation();
        boolean may =
                switch (permission) {
                    case WRITE_STEP -> reach.changes(step.organisation());
                    case PROGRESS_STEP -> reach.progresses(step.organisation(), owner);
                    default -> true;
                };
        if (!may) {
            return List.of(Reason.of("not-yours-to-write", Category.CARE_PLAN_GOALS.name()));
        }
        expected.requireIfSaid(step.version());
        return List.of();
    }
}
