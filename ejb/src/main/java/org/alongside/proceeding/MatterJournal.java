package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read when a lawyer began to act and when she must be somewhere; the database leaves out what is not theirs. */
@ApplicationScoped
public class MatterJournal {
    @PersistenceContext
    EntityManager em;

    /** Matters opened, and the hearings that are set, past or to come; in no order. */
    public List<Date> of(CaseId caseId) {
        return Sql.of(em, """
                        select 'matter-opened', m.opened_at, m.matter_id, o.name
                          from matter m join hearing_minimum h using (matter_id) join organisation o on o.organisation_id = m.organisation_id
                         where m.case_id = :case and (leads(m.case_id) or keeps_matters(m.case_id, m.organisation_id))
                        union all
                        select case when h.hearing_at > caller_now() then 'hearing-ahead' else 'hearing-was' end, h.hearing_at, h.matter_id, h.place
                          from hearing_minimum h where h.case_id = :case and h.hearing_at is not null
                        """)
                .with("case", caseId.value())
                .rows(row -> new Date(row.text(0), row.instant(1), row.uuid(2), row.text(3)));
    }

    /**
     * A date of a matter.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param about the lawyer's organisation, or what kind of place it is: code of hearing_place
     */
    public record Date(String kind, Instant at, UUID matter, String about) {}
}
