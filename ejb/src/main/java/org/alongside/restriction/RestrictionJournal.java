package org.alongside.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read from when until when her stay was limited; what it was and why stays with the house. */
@ApplicationScoped
public class RestrictionJournal {
    @PersistenceContext
    EntityManager em;

    /** What happened, in no order. */
    public List<Limited> of(CaseId caseId) {
        return Sql.of(em, """
                        select 'restriction-imposed', m.began_at, m.restriction_id from restriction_minimum m where m.case_id = :case
                        union all
                        select 'restriction-ended', m.ended_at, m.restriction_id
                          from restriction_minimum m where m.case_id = :case and m.ended_at is not null
                        """)
                .with("case", caseId.value())
                .rows(row -> new Limited(row.text(0), row.instant(1), row.uuid(2)));
    }

    /**
     * Something that happened to a limit on her stay.
     *
     * @param kind key of its words, {@code journey.<kind>}
     */
    public record Limited(String kind, Instant at, UUID restriction) {}
}
