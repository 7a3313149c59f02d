package org.alongside.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** What the journey of a case tells of how she is, as far as the caller may know: that it was measured at a point; neither by what nor the sum. */
@ApplicationScoped
public class OutcomeJournal {
    @PersistenceContext
    EntityManager em;

    /** One line a day and point, however many scales were put to her; in no order. */
    public List<Measured> of(CaseId caseId) {
        return Sql.of(em, """
                        select distinct cast(m.measured_on as timestamp) at time zone 'UTC', m.point from measure m where m.case_id = :case
                        """)
                .with("case", caseId.value())
                .rows(row -> new Measured("measure-taken", row.instant(0), row.text(1)));
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param at the day, its beginning in UTC
     * @param point code of measure_point
     */
    public record Measured(String kind, Instant at, String point) {}
}
