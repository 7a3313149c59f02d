package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** What closing a case asks of her housing and ends of it, without knowing its placements. */
@ApplicationScoped
public class Lodgings {
    @PersistenceContext
    EntityManager em;

    @Inject
    Gaps gaps;

    @Inject
    Talks talks;

    /** The case is closed: nobody is asked about her nights any more, nor to talk with her. */
    public void end(CaseId caseId) {
        gaps.end(caseId);
        talks.end(caseId);
    }

    /** Whether she has no place to sleep, as far as it is known and the caller's to know. */
    public boolean withoutPlace(CaseId caseId) {
        return Sql.of(em, "select exists (select from placement_gap g where g.case_id = :case and g.ended_at is null)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElseThrow();
    }

    /** How many placements of hers run, as far as they are the caller's to know. */
    public int running(CaseId caseId) {
        return Sql.of(em, """
                        select count(*)::int from placement_minimum m
                         where m.case_id = :case
                           and m.status in ('REQUESTED', 'OFFERED', 'RESERVED', 'ADMITTED', 'ABSENT_PLANNED', 'ABSENT_UNPLANNED')
                        """)
                .with("case", caseId.value())
                .first(row -> row.number(0))
                .orElseThrow();
    }
}
