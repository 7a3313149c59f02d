package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Workers;
import org.alongside.careplan.CarePlanView.End;
import org.alongside.careplan.NewGoal.Measure;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.StepId;

/** The collection of goals and steps, as far as the caller may read them. */
@ApplicationScoped
class Plans {
    @PersistenceContext
    EntityManager em;

    @Inject
    Workers workers;

    void add(Goal goal) {
        em.persist(goal);
    }

    void add(ActionStep step) {
        em.persist(step);
    }

    Optional<Goal> find(GoalId id) {
        return Optional.ofNullable(em.find(Goal.class, id.value()));
    }

    Optional<ActionStep> find(StepId id) {
        return Optional.ofNullable(em.find(ActionStep.class, id.value()));
    }

    Goal require(GoalId id) {
        return find(id).orElseThrow(Refusal::notThere);
    }

    ActionStep require(StepId id) {
        return find(id).orElseThrow(Refusal::notThere);
    }

    /** The goal, for somebody who is about to change it: whoever comes second waits, then sees what the first one did. */
    Goal toChange(GoalId id) {
        return locked(Goal.class, id.value());
    }

    /** The step, for somebody who is about to change it. */
    ActionStep toChange(StepId id) {
        return locked(ActionStep.class, id.value());
    }

    private <T> T locked(Class<T> type, UUID id) {
        T found = em.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw Refusal.notThere();
        }
        return found;
    }

    /** Writes what was changed now, so that the next version is known. */
    void write() {
        em.flush();
    }

    /** The goals of a case: what she puts first on top, the ended ones last. */
    List<Goal> of(CaseId caseId) {
        return em.createQuery("""
                        select g from Goal g where g.caseId = :case
                         order by case when g.endedAt is null then 0 else 1 end,
                                  case g.priority when 'NOW' then 0 when 'SOON' then 1 else 2 end, g.writtenAt, g.id
                        """, Goal.class)
                .setParameter("case", caseId.value())
                .getResultList();
    }

    /** The steps of a case by their day, those without one last. */
    List<ActionStep> stepsOf(CaseId caseId) {
        return em.createQuery(
                        "select s from ActionStep s where s.caseId = :case order by s.dueOn nulls last, s.writtenAt, s.id",
                        ActionStep.class)
                .setParameter("case", caseId.value())
                .getResultList();
    }

    List<ActionStep> stepsOf(GoalId goal) {
        return em.createQuery(
                        "select s from ActionStep s where s.goal = :goal order by s.dueOn nulls last, s.writtenAt, s.id",
                        ActionStep.class)
                .setParameter("goal", goal.value())
                .getResultList();
    }

    void keepEnd(Goal goal, Ending ending) {
        Sql.of(em, """
                        insert into goal_end (goal_id, case_id, organisation_id, reason, words)
                        values (:goal, :case, :organisation, :reason, :words)
                        """)
                .with("goal", goal.id().value())
                .with("case", goal.caseId().value())
                .with("organisation", goal.organisation().value())
                .with("reason", ending.reason())
                .with("words", PlanRules.stripped(ending.words()))
                .change();
    }

    /** Keeps where a goal sets out from and where it is to lead, in place of what was said before. */
    void keep(Goal goal, Measure measure) {
        Sql.of(em, """
                        insert into goal_measure (goal_id, case_id, organisation_id, baseline, baseline_on, target)
                        values (:goal, :case, :organisation, :baseline, :on, :target)
                        on conflict (goal_id) do update set baseline = excluded.baseline, baseline_on = excluded.baseline_on, target = excluded.target
                        """)
                .with("goal", goal.id().value())
                .with("case", goal.caseId().value())
                .with("organisation", goal.organisation().value())
                .with("baseline", measure.baseline())
                .with("on", measure.baselineOn())
                .with("target", measure.target())
                .change();
    }

    /** What goals are measured by, as far as the caller may know; by goal. */
    Map<UUID, Measure> measures(CaseId caseId) {
        Map<UUID, Measure> measures = new HashMap<>();
        Sql.of(em, "select goal_id, baseline, baseline_on, target from goal_measure where case_id = :case")
                .with("case", caseId.value())
                .rows(row -> measures.put(row.uuid(0), new Measure(row.text(1), row.date(2), row.text(3))));
        return measures;
    }

    /** Whether she is a child, as far as the caller may know of her plan. */
    boolean ofChild(CaseId caseId) {
        return Sql.of(em, "select plan_of_child(:case)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    Map<UUID, End> ends(CaseId caseId) {
        Map<UUID, End> ends = new HashMap<>();
        Sql.of(em, "select goal_id, reason, words from goal_end where case_id = :case")
                .with("case", caseId.value())
                .rows(row -> ends.put(row.uuid(0), new End(row.text(1), row.text(2))));
        return ends;
    }

    /** The caller's today: the day that it is where they work. */
    LocalDate today(Caller caller) {
        return workers.today(caller);
    }
}
