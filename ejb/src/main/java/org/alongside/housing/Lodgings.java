package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Tells whoever thinks of closing a case that she lives in a house, or waits for a bed there. */
@ApplicationScoped
public class Lodgings {
    @PersistenceContext
    EntityManager em;

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
