package org.alongside.careplan;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Requires;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.Excerpts;
import org.alongside.code.Codes;
import org.alongside.safety.SafetyPrints;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.Refusal;
import org.alongside.shared.StepId;

/** The door to a care plan and its goals: write one down in her words, agree on it with her, end it; plan a step towards it. */
@Stateless
@PermitAll
public class CarePlanService {
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
    PlanClock clock;

    @Inject
    Needs needs;

    @Inject
    PlanPrints prints;

    @Inject
    SafetyPrints safety;

    @Inject
    Files files;

    @Inject
    Excerpts excerpts;

    @Inject
    Printing printing;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    ExpectedVersion expected;

    /** The plan of a case as far as it is the caller's to know: open goals first, what she puts first on top. */
    @Requires(Permission.READ_PLAN)
    public CarePlanView of(CaseId caseId) {
        Caller caller = callers.caller();
        PlanReach reach = reach(caseId, caller);
        if (!reach.own()) {
            throw Refusal.notAllowed("plan-not-open");
        }
        return new CarePlanView(
                caseId, reach.whole(), reach.writes(), plans.ofChild(caseId), views.goals(caseId, reach, caller));
    }

    /** The same for paper; audited as a print. */
    @Requires(Permission.PRINT_PLAN)
    public Printed<PrintedPlan> print(CaseId caseId) {
        CarePlanView plan = of(caseId);
        CaseView head = excerpts.of(callers.caller(), caseId, EnumSet.noneOf(Category.class));
        Optional<String> risk = prints.risk(caseId);
        EnumSet<Category> categories = EnumSet.of(Category.CARE_PLAN_GOALS, Category.REFERRALS);
        risk.ifPresent(known -> categories.add(Category.SAFETY_RISK));
        List<String> scale = List.copyOf(codes.of("need_level"));
        return printing.marked(
                new PrintedPlan(
                        head.code(),
                        head.leadName(),
                        plan,
                        risk,
                        new NeedsView(
                                caseId,
                                plan.whole(),
                                plan.writes(),
                                scale,
                                needs.says(caseId),
                                needs.assessments(caseId, scale)),
                        prints.contacted(caseId),
                        prints.frame(caseId),
                        safety.of(callers.caller(), files.found(callers.caller(), caseId), caseId)),
                categories);
    }

    /**
     * Writes a goal down as proposed; refuses INVALID with every reason by field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_GOAL)
    public GoalId propose(CaseId caseId, NewGoal written, String key) {
        Caller caller = callers.caller();
        if (!reach(caseId, caller).writes()) {
            throw Refusal.notAllowed("not-yours-to-write", Category.CARE_PLAN_GOALS.name());
        }
        new PlanRules(codes, plans.today(caller)).goal(written, null);
        GoalId id = GoalId.random();
        return once.perform(key, "WRITE_GOAL " + caseId, written, id.value(), caller)
                .map(GoalId::new)
                .orElseGet(() -> {
                    Goal goal = Goal.propose(id, caseId, written, caller);
                    plans.add(goal);
                    written.measure().ifPresent(measure -> plans.keep(goal, measure));
                    return id;
                });
    }

    /** One goal, with the steps that are the caller's to know. */
    @Requires(Permission.READ_PLAN)
    public GoalView goal(GoalId goalId) {
        Caller caller = callers.caller();
        Goal goal = plans.require(goalId);
        return views.goal(goal, reach(goal.caseId(), caller), caller);
    }

    /** Rewrites a goal; refuses stale with the fields that changed since {@code version}. */
    @Requires(Permission.WRITE_GOAL)
    public void change(GoalId goalId, NewGoal written, int version) {
        Caller caller = callers.caller();
        Goal goal = plans.toChange(goalId);
        changes.requireAsRead(goal, version);
        new PlanRules(codes, plans.today(caller)).goal(written, goal.targetOn());
        List<String> changed = new ArrayList<>(goal.change(written));
        changed.addAll(measure(goal, written));
        keep(goal, changed, caller);
    }

    /** Measures it anew; once it is measured, leaving that out leaves it as it is. Answers the fields that changed. */
    private List<String> measure(Goal goal, NewGoal written) {
        Optional<NewGoal.Measure> before =
                Optional.ofNullable(plans.measures(goal.caseId()).get(goal.id().value()));
        List<String> changed = new ArrayList<>();
        written.measure().ifPresent(now -> {
            PlanChanges.note(
                    changed, "baseline", before.map(NewGoal.Measure::baseline).orElse(null), now.baseline());
            PlanChanges.note(
                    changed,
                    "baselineOn",
                    before.map(NewGoal.Measure::baselineOn).orElse(null),
                    now.baselineOn());
            PlanChanges.note(
                    changed, "target", before.map(NewGoal.Measure::target).orElse(null), now.target());
            if (!changed.isEmpty()) {
                goal.touch();
                plans.write();
                plans.keep(goal, now);
            }
        });
        return changed;
    }

    /** She agreed to the goal: it is worked on from now on. Without her word it stays a proposal. */
    @Requires(Permission.WRITE_GOAL)
    public void agree(GoalId goalId, NewAgreement agreement) {
        Caller caller = callers.caller();
        Goal goal = plans.toChange(goalId);
        new PlanRules(codes, plans.today(caller)).agreement(agreement, plans.ofChild(goal.caseId()));
        expected.requireIfSaid(goal.version());
        goal.agree(agreement.backing(), caller);
        keep(goal, List.of("status"), caller);
        clock.begin(goal.caseId(), reach(goal.caseId(), caller));
    }

    /** Ends a goal; its open steps, as far as they are the caller's to change, are cancelled with it. */
    @Requires(Permission.WRITE_GOAL)
    public void end(GoalId goalId, Ending ending) {
        Caller caller = callers.caller();
        new PlanRules(codes, plans.today(caller)).ending(ending);
        Goal goal = plans.toChange(goalId);
        expected.requireIfSaid(goal.version());
        PlanReach reach = reach(goal.caseId(), caller);
        List<ActionStep> left = plans.stepsOf(goalId).stream()
                .filter(step -> step.status().isOpen() && reach.changes(step.organisation()))
                .toList();
        goal.end(ending.status(), caller);
        left.forEach(step -> step.cancel("GOAL_ENDED", caller));
        keep(goal, List.of("status"), caller);
        left.forEach(step -> changes.keep(step, List.of("status"), caller));
        plans.keepEnd(goal, ending);
    }

    /** To whom the caller may give a step of this case now: themselves first, who helps her, she herself last. */
    @Requires(Permission.READ_PLAN)
    public List<StepOwner> owners(CaseId caseId) {
        Caller caller = callers.caller();
        PlanReach reach = reach(caseId, caller);
        return reach.writes() ? owners.of(caseId, reach, caller) : List.of();
    }

    /**
     * Plans a step towards a goal; refuses INVALID with every reason by field, and where its owner may not know of it.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_STEP)
    public StepId plan(GoalId goalId, NewStep planned, String key) {
        Caller caller = callers.caller();
        Goal goal = plans.require(goalId);
        new PlanRules(codes, plans.today(caller)).step(planned, goal, null);
        owners.require(goal.caseId(), planned.owner(), reach(goal.caseId(), caller), caller);
        StepId id = StepId.random();
        return once.perform(key, "WRITE_STEP " + goalId, planned, id.value(), caller)
                .map(StepId::new)
                .orElseGet(() -> {
                    plans.add(ActionStep.plan(id, goal, planned, caller));
                    return id;
                });
    }

    private PlanReach reach(CaseId caseId, Caller caller) {
        return reaches.of(caller, caseId, files.found(caller, caseId));
    }

    private void keep(Goal goal, List<String> fields, Caller caller) {
        if (!fields.isEmpty()) {
            plans.write();
            changes.keep(goal, fields, caller);
        }
    }
}
