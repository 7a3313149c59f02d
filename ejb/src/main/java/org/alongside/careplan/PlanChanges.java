package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Keeps which fields of a goal or step changed with which version, so that who edits late is told what changed. */
@ApplicationScoped
class PlanChanges {
    @PersistenceContext
    EntityManager em;

    /** Adds the field to those that changed, if it did. */
    static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    void keep(Goal goal, List<String> fields, Caller caller) {
        keep(goal.caseId().value(), goal.id().value(), null, goal.version(), fields, caller);
    }

    void keep(ActionStep step, List<String> fields, Caller caller) {
        keep(step.caseId().value(), step.goal().value(), step.id().value(), step.version(), fields, caller);
    }

    private void keep(UUID caseId, UUID goal, UUID step, int version, List<String> fields, Caller caller) {
        Sql.of(em, """
                        insert into plan_change (change_id, case_id, goal_id, step_id, version, fields, changed_at, changed_by)
                        values (:id, :case, :goal, :step, :version, :fields, :now, :worker)
                        """)
                .with("id", UUID.randomUUID())
                .with("case", caseId)
                .with("goal", goal)
                .with("step", step)
                .with("version", version)
                .with("fields", fields)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** Refuses as stale, naming the fields that changed since, where the goal is no longer as it was read. */
    void requireAsRead(Goal goal, int version) {
        if (goal.version() != version) {
            throw stale("step_id is null and goal_id = :id", goal.id().value(), version);
        }
    }

    /** Refuses as stale, naming the fields that changed since, where the step is no longer as it was read. */
    void requireAsRead(ActionStep step, int version) {
        if (step.version() != version) {
            throw stale("step_id = :id", step.id().value(), version);
        }
    }

    private Refusal stale(String which, UUID id, int version) {
        return Refusal.stale(
                "changed-fields",
                Sql.of(
                                em,
                                "select distinct f from plan_change, unnest(fields) f where " + which
                                        + " and version > :version order by f")
                        .with("id", id)
                        .with("version", version)
                        .rows(row -> row.text(0))
                        .toArray());
    }
}
