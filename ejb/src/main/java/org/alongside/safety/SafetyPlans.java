package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.safety.SafetyView.PlanMinimum;
import org.alongside.safety.SafetyView.WholePlan;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** The collection of safety plans, a row a version; what everybody must know stands in a table of its own. */
@ApplicationScoped
class SafetyPlans {
    @PersistenceContext
    EntityManager em;

    Optional<PlanMinimum> minimum(CaseId caseId) {
        return Sql.of(em, """
                        select number, written_at, warning_signs, no_contact, if_missing from safety_plan_minimum
                         where case_id = :case order by number desc limit 1
                        """)
                .with("case", caseId.value())
                .first(row -> new PlanMinimum(
                        row.number(0),
                        row.instant(1),
                        row.text(2),
                        Optional.ofNullable(row.text(3)),
                        Optional.ofNullable(row.text(4))));
    }

    Optional<WholePlan> whole(CaseId caseId) {
        return Sql.of(em, """
                        select p.number, p.written_at, w.name, p.steps, p.people, p.places, p.safe_word, p.to_take, p.devices, p.children,
                               p.survivor_copy
                          from safety_plan p join worker w on w.worker_id = p.written_by
                         where p.case_id = :case order by p.number desc limit 1
                        """)
                .with("case", caseId.value())
                .first(row -> new WholePlan(
                        row.number(0),
                        row.instant(1),
                        row.text(2),
                        row.text(3),
                        Optional.ofNullable(row.text(4)),
                        Optional.ofNullable(row.text(5)),
                        Optional.ofNullable(row.text(6)),
                        Optional.ofNullable(row.text(7)),
                        Optional.ofNullable(row.text(8)),
                        Optional.ofNullable(row.text(9)),
                        row.text(10)));
    }

    void add(CaseId caseId, NewSafetyPlan plan, Caller caller) {
        UUID id = UUID.randomUUID();
        Sql.of(em, """
                        insert into safety_plan (plan_id, case_id, number, organisation_id, written_at, written_by, steps, people, places, safe_word,
                                                 to_take, devices, children, survivor_copy)
                        values (:id, :case, :number, :organisation, :now, :worker, :steps, :people, :places, :word, :take, :devices, :children,
                                :copy)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("number", plan.basedOn() + 1)
                .with("organisation", caller.organisation().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("steps", Words.of(plan.steps()))
                .with("people", Words.of(plan.people()))
                .with("places", Words.of(plan.places()))
                .with("word", Words.of(plan.safeWord()))
                .with("take", Words.of(plan.toTake()))
                .with("devices", Words.of(plan.devices()))
                .with("children", Words.of(plan.children()))
                .with("copy", plan.survivorCopy())
                .change();
        Sql.of(em, """
                        insert into safety_plan_minimum (plan_id, case_id, number, written_at, warning_signs, no_contact, if_missing)
                        values (:id, :case, :number, :now, :signs, :none, :missing)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("number", plan.basedOn() + 1)
                .with("now", caller.now())
                .with("signs", Words.of(plan.warningSigns()))
                .with("none", Words.of(plan.noContact()))
                .with("missing", Words.of(plan.ifMissing()))
                .change();
    }
}
