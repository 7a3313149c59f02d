package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey tell counselling as one story for each house: when it began, how often she came, when last. */
@ApplicationScoped
public class CounsellingJournal {
    @PersistenceContext
    EntityManager em;

    /** One line for each house; nothing where nobody may know that there is counselling. */
    public List<Story> of(CaseId caseId) {
        return Sql.of(em, """
                        select o.name, count(*), to_char(min(a.held_on), 'YYYY-MM-DD'), cast(max(a.held_on) as timestamp) at time zone 'UTC'
                          from session_attended a join organisation o using (organisation_id)
                         where a.case_id = :case and a.attendance in ('ATTENDED', 'REMOTE') group by o.organisation_id, o.name
                        """)
                .with("case", caseId.value())
                .rows(row -> new Story(row.text(0), row.count(1), row.text(2), row.instant(3)));
    }

    /**
     * How often she came to one house.
     *
     * @param since the day of the first session, ISO 8601
     * @param last the day of the last one, its beginning in UTC
     */
    public record Story(String organisationName, long sessions, String since, Instant last) {}
}
