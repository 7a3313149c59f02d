package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read what she said of which purpose, and nothing more of it; the database leaves out what is not open. */
@ApplicationScoped
public class PurposeJournal {
    @PersistenceContext
    EntityManager em;

    /** Every answer, in the order in which it was said. */
    public List<Milestone> of(CaseId caseId) {
        return Sql.of(em, """
                        select case when y.reason is not null then 'purpose-ended' when y.takes_back is not null then 'purpose-taken-back'
                                    when y.answer = 'AGREED' then 'purpose-agreed' when y.answer = 'REFUSED' then 'purpose-refused'
                                    else 'purpose-later' end, y.given_at, y.purpose
                          from purpose_answer y where y.case_id = :case order by y.given_at, y.said_as
                        """)
                .with("case", caseId.value())
                .rows(row -> new Milestone(row.text(0), row.instant(1), row.text(2)));
    }

    /**
     * @param kind key of its words, {@code journey.<kind>}
     * @param purpose code of consent_purpose
     */
    public record Milestone(String kind, Instant at, String purpose) {}
}
