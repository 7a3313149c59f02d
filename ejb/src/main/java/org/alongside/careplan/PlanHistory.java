package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.StepId;

/** Tells what changed in a plan since an instant, from its facts; the database leaves out what is not the caller's to know. */
@ApplicationScoped
class PlanHistory {
    private static final String SINCE = """
            select kind, at, domain, goal_id, step_id, said from (
              select 'GOAL_ADDED' kind, g.written_at at, g.domain, g.goal_id, cast(null as uuid) step_id, g.statement said
                from goal g where g.case_id = :case and g.written_at > :since
              union all
              select 'GOAL_AGREED', g.agreed_at, g.domain, g.goal_id, null, g.statement
                from goal g where g.case_id = :case and g.agreed_at > :since
              union all
              select 'GOAL_' || g.status, g.ended_at, g.domain, g.goal_id, null, g.statement
                from goal g where g.case_id = :case and g.ended_at > :since
              union all
              select 'GOAL_REWRITTEN', c.changed_at, g.domain, g.goal_id, null, g.statement
                from plan_change c join goal g using (goal_id)
               where c.case_id = :case and c.changed_at > :since and c.step_id is null and c.fields <> '{status}'
              union all
              select 'STEP_ADDED', s.written_at, g.domain, g.goal_id, s.step_id, s.what
                from action_step s join goal g using (goal_id) where s.case_id = :case and s.written_at > :since
              union all
              select 'STEP_REWRITTEN', c.changed_at, g.domain, g.goal_id, s.step_id, s.what
                from plan_change c join action_step s using (step_id) join goal g on g.goal_id = s.goal_id
               where c.case_id = :case and c.changed_at > :since and c.fields <> '{status}'
              union all
              select 'STEP_BLOCKED', s.blocked_at, g.domain, g.goal_id, s.step_id, s.what
                from action_step s join goal g using (goal_id)
               where s.case_id = :case and s.blocked_at > :since and s.status = 'BLOCKED'
              union all
              select 'STEP_DONE', s.done_at, g.domain, g.goal_id, s.step_id, s.what
                from action_step s join goal g using (goal_id) where s.case_id = :case and s.done_at > :since and s.status = 'DONE'
              union all
              select 'STEP_CANCELLED', s.cancelled_at, g.domain, g.goal_id, s.step_id, s.what
                from action_step s join goal g using (goal_id) where s.case_id = :case and s.cancelled_at > :since
            ) changed order by at, kind, goal_id, step_id
            """;

    @PersistenceContext
    EntityManager em;

    /** Counts every change of a goal or a step, and never goes back. */
    int revision(CaseId caseId) {
        return Sql.of(em, """
                        select cast((select coalesce(sum(g.version + 1), 0) from goal g where g.case_id = :case)
                                  + (select coalesce(sum(s.version + 1), 0) from action_step s where s.case_id = :case) as int)
                        """)
                .with("case", caseId.value())
                .first(row -> row.number(0))
                .orElse(0);
    }

    /** The oldest first. */
    List<PlanChange> since(CaseId caseId, Instant since) {
        return Sql.of(em, SINCE)
                .with("case", caseId.value())
                .with("since", since)
                .rows(row -> change(row, 0));
    }

    /** Keeps them with a review. */
    void keep(UUID review, CaseId caseId, List<PlanChange> changes) {
        for (int at = 0; at < changes.size(); at++) {
            PlanChange one = changes.get(at);
            Sql.of(em, """
                            insert into plan_review_change (review_id, case_id, position, kind, at, domain, goal_id, step_id, said)
                            values (:review, :case, :position, :kind, :at, :domain, :goal, :step, :said)
                            """)
                    .with("review", review)
                    .with("case", caseId.value())
                    .with("position", at)
                    .with("kind", one.kind())
                    .with("at", one.at())
                    .with("domain", one.domain())
                    .with("goal", one.goal().value())
                    .with("step", one.step().map(StepId::value).orElse(null))
                    .with("said", one.said())
                    .change();
        }
    }

    /** What each review of a case kept, in its order. */
    Map<UUID, List<PlanChange>> kept(CaseId caseId) {
        Map<UUID, List<PlanChange>> kept = new HashMap<>();
        Sql.of(em, """
                        select review_id, kind, at, domain, goal_id, step_id, said
                          from plan_review_change where case_id = :case order by review_id, position
                        """).with("case", caseId.value()).rows(row -> kept.computeIfAbsent(
                        row.uuid(0), any -> new ArrayList<>())
                .add(change(row, 1)));
        return kept;
    }

    private static PlanChange change(Row row, int at) {
        return new PlanChange(
                row.text(at),
                row.instant(at + 1),
                row.text(at + 2),
                new GoalId(row.uuid(at + 3)),
                Optional.ofNullable(row.uuid(at + 4)).map(StepId::new),
                row.text(at + 5));
    }
}
