package org.alongside.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read when she was asked how she is after closing; what she said stays with who leads. */
@ApplicationScoped
public class FollowUpJournal {
    @PersistenceContext
    EntityManager em;

    /** What happened, and until when she is asked next; in no order. */
    public List<Asked> of(CaseId caseId) {
        return Sql.of(em, """
                        select v.kind, v.at, u.follow_up_id, u.point
                          from follow_up u
                         cross join lateral (values (case u.outcome when 'REACHED' then 'follow-up-reached' when 'DECLINED' then 'follow-up-declined'
                                                                    else 'follow-up-not-reached' end, u.done_at),
                                                    ('follow-up-ahead', case when u.done_at is null and u.ended_at is null then u.due_at end),
                                                    ('follow-up-offered', u.offered_at),
                                                    ('follow-up-ended', case when u.done_at is null then u.ended_at end)) v (kind, at)
                         where u.case_id = :case and v.at is not null
                        """)
                .with("case", caseId.value())
                .rows(row -> new Asked(row.text(0), row.instant(1), row.uuid(2), row.text(3)));
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param point code of followup_interval
     */
    public record Asked(String kind, Instant at, UUID followUp, String point) {}
}
