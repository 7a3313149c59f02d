package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read the milestones of a plan; the database leaves out what is not the caller's to know. */
@ApplicationScoped
public class PlanJournal {
    @PersistenceContext
    EntityManager em;

    /** Goals agreed and ended, steps done, needs assessed, the plan approved and reviewed, in no order. */
    public List<Milestone> of(CaseId caseId) {
        return Sql.of(em, """
                        select 'goal-agreed', g.agreed_at, g.goal_id, g.domain, coalesce(o.name, '')
                          from goal g left join organisation o on o.organisation_id = g.organisation_id and may_name(g.case_id, o.organisation_id)
                         where g.case_id = :case and g.agreed_at is not null
                        union all
                        select case g.status when 'MET' then 'goal-met' when 'PARTLY_MET' then 'goal-partly-met'
                                             when 'NOT_MET' then 'goal-not-met' else 'goal-dropped' end, g.ended_at, g.goal_id, g.domain, coalesce(o.name, '')
                          from goal g left join organisation o on o.organisation_id = g.organisation_id and may_name(g.case_id, o.organisation_id)
                         where g.case_id = :case and g.ended_at is not null
                        union all
                        select case when s.owner_organisation_id is null then 'step-done-by-her' when o.name is null then 'step-done-by-another'
                                    else 'step-done' end, s.done_at, s.goal_id, g.domain, coalesce(o.name, '')
                          from action_step s join goal g using (goal_id)
                          left join organisation o on o.organisation_id = s.owner_organisation_id and may_name(s.case_id, o.organisation_id)
                         where s.case_id = :case and s.status = 'DONE'
                        union all
                        select 'needs-assessed', a.recorded_at, null, a.point, coalesce(o.name, '')
                          from need_assessment a
                          left join organisation o on o.organisation_id = a.organisation_id and may_name(a.case_id, o.organisation_id)
                         where a.case_id = :case
                        union all
                        select 'plan-approved', a.approved_at, null, '', w.name
                          from plan_approval a join worker w on w.worker_id = a.approved_by where a.case_id = :case
                        union all
                        select 'plan-sent-back', a.sent_back_at, null, '', w.name
                          from plan_approval a join worker w on w.worker_id = a.sent_back_by where a.case_id = :case
                        union all
                        select 'plan-reviewed', r.reviewed_at, null, r.outcome, w.name
                          from plan_review r join worker w on w.worker_id = r.reviewed_by where r.case_id = :case
                        """)
                .with("case", caseId.value())
                .rows(row -> new Milestone(row.text(0), row.instant(1), row.uuid(2), row.text(3), row.text(4)));
    }

    /**
     * Something that was reached.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param goal the goal it is about; null where it is about the plan as a whole
     * @param domain code of care_domain; of a plan as a whole, measure_point or plan_review_outcome
     * @param organisation name of who did it; empty where it was she herself, or one of whom the caller is not to know
     */
    public record Milestone(String kind, Instant at, UUID goal, String domain, String organisation) {}
}
