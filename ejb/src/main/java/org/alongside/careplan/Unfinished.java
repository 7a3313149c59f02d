package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Counts for the closing of a case what of its plan is not at its end. */
@ApplicationScoped
public class Unfinished {
    @PersistenceContext
    EntityManager em;

    public Plan of(CaseId caseId) {
        return Sql.of(em, """
                        select (select count(*) from action_step s where s.case_id = :case and s.status in ('PLANNED','IN_PROGRESS','BLOCKED')),
                               (select count(*) from goal g where g.case_id = :case and g.ended_at is null)
                        """)
                .with("case", caseId.value())
                .first(row -> new Plan((int) row.count(0), (int) row.count(1)))
                .orElseThrow();
    }

    /** How many steps and goals are not at their end. */
    public record Plan(int steps, int goals) {}
}
