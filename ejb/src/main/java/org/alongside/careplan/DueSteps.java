package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Role;
import org.alongside.careplan.StepService.DueQuery;
import org.alongside.shared.AfterDay;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.Page;
import org.alongside.shared.Sql;
import org.alongside.shared.StepId;

/**
 * What is due for the caller's people. Starts from the owner on the step, so that it costs what is due and not what there is;
 * row security keeps of it what is in the caller's own circle, by key; joins go outward by key. See the plan test before
 * changing it.
 */
@ApplicationScoped
class DueSteps {
    /** The list as it is asked; named parameters as of {@link #list}. */
    static final String LIST = """
            select s.step_id, s.goal_id, s.case_id, f.case_code, i.preferred_name, g.domain, s.what, s.due_on, s.status, s.block_reason,
                   s.owner_worker_id, w.name, s.version
              from (select s.*
                      from action_step s
                     where s.owner_organisation_id = :house and s.status in ('PLANNED','IN_PROGRESS','BLOCKED')
                       and s.due_on <= :until and (s.due_on, s.step_id) > (cast(:after as date), cast(:afterid as uuid))
                       and (:everybody or s.owner_role = any (:roles) and (s.owner_worker_id is null or s.owner_worker_id = :worker))
                       and exists (select from case_file o where o.case_id = s.case_id and case_is_open(o.status))
                     order by s.due_on, s.step_id limit :size) s
              join goal g on g.goal_id = s.goal_id
              join case_file f on f.case_id = s.case_id
              left join identity_minimum i on i.case_id = s.case_id
              left join worker w on w.worker_id = s.owner_worker_id
             order by s.due_on, s.step_id
            """;

    private static final int LONGEST_PAGE = 100;

    @PersistenceContext
    EntityManager em;

    Page<DueStep> list(Caller caller, LocalDate today, DueQuery query) {
        int size = Math.max(1, Math.min(query.limit(), LONGEST_PAGE));
        AfterDay after = AfterDay.read(query.cursor());
        List<DueStep> rows = Sql.of(em, LIST)
                .with("house", caller.organisation().value())
                .with("until", today.plusDays(query.days()))
                .with("after", after.day())
                .with("afterid", after.id())
                .with("roles", caller.roles().stream().map(Role::name).sorted().toList())
                .with("everybody", query.everybody())
                .with("worker", caller.worker().value())
                .with("size", size + 1)
                .rows(row -> new DueStep(
                        new StepId(row.uuid(0)),
                        new GoalId(row.uuid(1)),
                        new CaseId(row.uuid(2)),
                        row.text(3),
                        Optional.ofNullable(row.text(4)),
                        row.text(5),
                        row.text(6),
                        row.date(7),
                        row.date(7).isBefore(today),
                        StepStatus.valueOf(row.text(8)),
                        Optional.ofNullable(row.text(9)),
                        !row.has(10) || row.uuid(10).equals(caller.worker().value()),
                        Optional.ofNullable(row.text(11)),
                        row.number(12)));
        return AfterDay.page(rows, size, DueStep::dueOn, DueStep::id);
    }
}
