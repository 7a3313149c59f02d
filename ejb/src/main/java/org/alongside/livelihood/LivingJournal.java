package org.alongside.livelihood;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** What the journey of a case tells of a life of her own, as far as the caller may know: what kind of step, and never where. */
@ApplicationScoped
public class LivingJournal {
    @PersistenceContext
    EntityManager em;

    /** Steps begun and ended, and what she said months after; in no order. Days, as their beginning in UTC. */
    public List<Lived> of(CaseId caseId) {
        return Sql.of(em, """
                        select case when l.began_on > (caller_now() at time zone 'UTC')::date then 'living-ahead' else 'living-began' end,
                               cast(l.began_on as timestamp) at time zone 'UTC', l.livelihood_id, l.kind, ''
                          from livelihood l where l.case_id = :case
                        union all
                        select 'living-ended', cast(l.ended_on as timestamp) at time zone 'UTC', l.livelihood_id, l.kind, ''
                          from livelihood l where l.case_id = :case and l.ended_on is not null
                        union all
                        select 'living-asked', q.answered_at, q.livelihood_id, l.kind, q.answer
                          from livelihood_question q join livelihood l using (livelihood_id)
                         where q.case_id = :case and q.answered_at is not null
                        """)
                .with("case", caseId.value())
                .rows(row -> new Lived(row.text(0), row.instant(1), row.uuid(2), row.text(3), row.text(4)));
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param what kind of step, code of livelihood_kind
     * @param answer what she said of it, code of retention_answer; or empty
     */
    public record Lived(String kind, Instant at, UUID livelihood, String what, String answer) {}
}
