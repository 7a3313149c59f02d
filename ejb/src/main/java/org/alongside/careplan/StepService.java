package org.alongside.careplan;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Consumer;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.CodeOf;
import org.alongside.code.Codes;
import org.alongside.shared.Check;
import org.alongside.shared.Page;
import org.alongside.shared.StepId;

/** The door to steps: what is due, and moving one on: begin it, say what blocks it, finish it, take that back. */
@Stateless
@PermitAll
public class StepService {
    @Inject
    CallerContext callers;

    @Inject
    Plans plans;

    @Inject
    PlanViews views;

    @Inject
    PlanReaches reaches;

    @Inject
    PlanChanges changes;

    @Inject
    StepOwners owners;

    @Inject
    DueSteps due;

    @Inject
    Files files;

    @Inject
    Codes codes;

    /** Open steps of the caller's people that are due within some days, overdue ones first, by their day. */
    @Requires(Permission.READ_DUE_STEPS)
    public Page<DueStep> due(DueQuery query) {
        Caller caller = callers.caller();
        new Check()
                .that(query.days() >= 0 && query.days() <= DueQuery.FARTHEST, "days", "days-range", DueQuery.FARTHEST)
                .orRefuse();
        return due.list(caller, plans.today(caller), query);
    }

    /** One step. */
    @Requires(Permission.READ_PLAN)
    public StepView read(StepId stepId) {
        Caller caller = callers.caller();
        ActionStep step = plans.require(stepId);
        return views.step(step, reach(step, caller), caller);
    }

    /** Rewrites a step, or gives it to another; refuses stale with the fields that changed since {@code version}. */
    @Requires(Permission.WRITE_STEP)
    public void change(StepId stepId, NewStep planned, int version) {
        Caller caller = callers.caller();
        ActionStep step = plans.toChange(stepId);
        changes.requireAsRead(step, version);
        new PlanRules(codes, plans.today(caller)).step(planned, plans.require(step.goal()), step.dueOn());
        if (!planned.owner().equals(step.owner())) {
            owners.require(step.caseId(), planned.owner(), reach(step, caller), caller);
        }
        List<String> changed = step.change(planned);
        if (!changed.isEmpty()) {
            plans.write();
            changes.keep(step, changed, caller);
        }
    }

    /** Begins a step; one of its owner's people takes it with that. */
    @Requires(Permission.PROGRESS_STEP)
    public void begin(StepId stepId) {
        move(stepId, step -> step.begin(callers.caller()));
    }

    /** Says what blocks a step: a code of step_block_reason, and words. */
    @Requires(Permission.PROGRESS_STEP)
    public void block(StepId stepId, Blocking block) {
        Caller caller = callers.caller();
        new PlanRules(codes, plans.today(caller)).block(block);
        move(stepId, step -> step.block(block.reason(), PlanRules.stripped(block.words()), caller));
    }

    /** Says that a step is done, and in words how it went, or null. */
    @Requires(Permission.PROGRESS_STEP)
    public void finish(StepId stepId, String outcome) {
        new Check().optionalText(outcome, "outcome", 500).orRefuse();
        move(stepId, step -> step.finish(PlanRules.stripped(outcome), callers.caller()));
    }

    /** Takes back the last that was said of a step: done, cancelled or blocked. Refuses where its goal has ended. */
    @Requires(Permission.PROGRESS_STEP)
    public void resume(StepId stepId) {
        move(stepId, step -> {
            plans.require(step.goal()).requireOpen();
            step.resume();
        });
    }

    /** Gives a step back to its owner's people. */
    @Requires(Permission.PROGRESS_STEP)
    public void handBack(StepId stepId) {
        move(stepId, ActionStep::handBack);
    }

    /** Says that a step is not done any more: a code of step_cancel_reason. Only for those who planned it. */
    @Requires(Permission.WRITE_STEP)
    public void cancel(StepId stepId, String reason) {
        new Check().code(reason, "reason", codes.in("step_cancel_reason")).orRefuse();
        move(stepId, step -> step.cancel(reason, callers.caller()));
    }

    private void move(StepId stepId, Consumer<ActionStep> act) {
        ActionStep step = plans.toChange(stepId);
        act.accept(step);
        plans.write();
        changes.keep(step, List.of("status"), callers.caller());
    }

    private PlanReach reach(ActionStep step, Caller caller) {
        return reaches.of(caller, step.caseId(), files.openness(caller, step.caseId()));
    }

    /** What blocks a step. */
    public record Blocking(
            @NotNull @CodeOf("step_block_reason") String reason,
            @Size(max = 300) String words) {}

    /**
     * Which steps.
     *
     * @param days how far ahead of today to look, 0 to 31; 0: today
     * @param everybody whether also what is for colleagues of other jobs or was taken by one, as a shift needs it
     * @param cursor where the list goes on, or null
     */
    public record DueQuery(int days, boolean everybody, String cursor, int limit) {
        /** How far ahead one may look, in days. */
        public static final int FARTHEST = 31;
    }
}
