package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.Role;
import org.alongside.careplan.CarePlanView.End;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.NewStep.Owner;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;

/** Makes of goals and steps what the caller may be told; a part that is not theirs is not in it. */
@ApplicationScoped
class PlanViews {
    @PersistenceContext
    EntityManager em;

    @Inject
    Plans plans;

    @Inject
    PlanReaches reaches;

    /** The goals that are the caller's to know, each with its steps that are; four statements, however many there are. */
    List<GoalView> goals(CaseId caseId, PlanReach reach, Caller caller) {
        return goals(plans.of(caseId), plans.stepsOf(caseId), caseId, reach, caller);
    }

    GoalView goal(Goal goal, PlanReach reach, Caller caller) {
        return goals(List.of(goal), plans.stepsOf(goal.id()), goal.caseId(), reach, caller)
                .get(0);
    }

    StepView step(ActionStep step, PlanReach reach, Caller caller) {
        return steps(List.of(step), step.caseId(), reach, caller).get(0);
    }

    private List<GoalView> goals(
            List<Goal> goals, List<ActionStep> steps, CaseId caseId, PlanReach reach, Caller caller) {
        List<StepView> known = steps(
                steps.stream()
                        .filter(step -> reach.knowsStep(
                                step.organisation(), step.owner().organisation()))
                        .toList(),
                caseId,
                reach,
                caller);
        Map<UUID, End> ends = plans.ends(caseId);
        Map<UUID, NewGoal.Measure> measures = plans.measures(caseId);
        Map<UUID, String> names = namable(
                caseId, goals.stream().map(goal -> goal.organisation().value()).collect(Collectors.toSet()));
        return goals.stream()
                .filter(goal -> reach.knowsGoal(goal.organisation(), stepsOf(goal.id(), steps)))
                .map(goal -> new GoalView(
                        goal.id(),
                        caseId,
                        goal.domain(),
                        goal.statement(),
                        goal.priority(),
                        goal.targetOn(),
                        goal.status(),
                        Optional.of(goal.organisation()).filter(house -> names.containsKey(house.value())),
                        Optional.ofNullable(names.get(goal.organisation().value())),
                        goal.writtenAt(),
                        Optional.ofNullable(goal.agreedAt()),
                        Optional.ofNullable(goal.endedAt()),
                        Optional.ofNullable(ends.get(goal.id().value()))
                                .filter(end -> reach.whole() || reach.house().equals(goal.organisation())),
                        Optional.ofNullable(measures.get(goal.id().value())),
                        Optional.ofNullable(goal.backing()),
                        goal.status().isOpen() && reach.changes(goal.organisation()),
                        known.stream()
                                .filter(step -> step.goal().equals(goal.id()))
                                .toList(),
                        goal.version()))
                .toList();
    }

    private static List<ActionStep> stepsOf(GoalId goal, Collection<ActionStep> steps) {
        return steps.stream().filter(step -> step.goal().equals(goal)).toList();
    }

    private List<StepView> steps(List<ActionStep> steps, CaseId caseId, PlanReach reach, Caller caller) {
        Set<UUID> houses = new HashSet<>();
        Set<UUID> people = new HashSet<>();
        for (ActionStep step : steps) {
            houses.add(step.organisation().value());
            Optional.ofNullable(step.owner().organisation()).ifPresent(house -> houses.add(house.value()));
            step.takenBy().ifPresent(worker -> people.add(worker.value()));
        }
        Map<UUID, String> names = namable(caseId, houses);
        Map<UUID, String> workers = workerNames(people);
        Set<OrganisationId> knowing = knowing(caseId, houses, caller);
        LocalDate today = plans.today(caller);
        return steps.stream()
                .map(step -> new StepView(
                        step.id(),
                        step.goal(),
                        caseId,
                        Optional.of(step.organisation()).filter(house -> names.containsKey(house.value())),
                        step.what(),
                        owner(step, names, workers, knowing),
                        step.dueOn(),
                        step.status(),
                        step.block(),
                        step.endedAt(),
                        step.outcome(),
                        step.cancelReason(),
                        step.status().isOpen()
                                && step.dueOn() != null
                                && step.dueOn().isBefore(today),
                        reach.changes(step.organisation()),
                        reach.progresses(step.organisation(), step.owner().organisation()),
                        mine(step, caller),
                        step.version()))
                .toList();
    }

    private static StepView.Holder owner(
            ActionStep step, Map<UUID, String> names, Map<UUID, String> workers, Set<OrganisationId> knowing) {
        Owner owner = step.owner();
        Optional<OrganisationId> house = Optional.ofNullable(owner.organisation());
        if (house.filter(id -> !names.containsKey(id.value())).isPresent()) {
            return StepView.Holder.UNNAMED;
        }
        return new StepView.Holder(
                false,
                house,
                house.map(id -> names.get(id.value())),
                Optional.ofNullable(owner.role()),
                step.takenBy(),
                step.takenBy().map(id -> workers.get(id.value())),
                house.isEmpty()
                        || owner.organisation().equals(step.organisation())
                        || knowing.contains(owner.organisation()));
    }

    private static boolean mine(ActionStep step, Caller caller) {
        return step.status().isOpen()
                && caller.organisation().equals(step.owner().organisation())
                && caller.has(Role.valueOf(step.owner().role()))
                && step.takenBy()
                        .filter(worker -> !worker.equals(caller.worker()))
                        .isEmpty();
    }

    /** The organisations that she lets know her plan now; who has no step of another's is not asked about. */
    private Set<OrganisationId> knowing(CaseId caseId, Set<UUID> houses, Caller caller) {
        Set<OrganisationId> knowing = new HashSet<>();
        knowing.add(caller.organisation());
        if (!houses.isEmpty()) {
            knowing.addAll(reaches.knowing(caseId, caller));
        }
        return knowing;
    }

    /** Names of those that the caller may know to help her: a shelter is named only to who reads of her housing, or leads. */
    private Map<UUID, String> namable(CaseId caseId, Set<UUID> houses) {
        Map<UUID, String> names = new HashMap<>();
        Sql.of(em, """
                        select organisation_id, name from organisation
                         where organisation_id = any (:ids) and may_name(:case, organisation_id)
                        """)
                .with("ids", houses)
                .with("case", caseId.value())
                .rows(row -> names.put(row.uuid(0), row.text(1)));
        return names;
    }

    private Map<UUID, String> workerNames(Set<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql.of(em, "select worker_id, name from worker where worker_id = any (:ids)")
                    .with("ids", ids)
                    .rows(row -> names.put(row.uuid(0), row.text(1)));
        }
        return names;
    }
}
