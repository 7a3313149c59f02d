package org.alongside.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read how it went with those around a child, nobody by name; the database leaves out what is not open. */
@ApplicationScoped
public class GuardianJournal {
    @PersistenceContext
    EntityManager em;

    /** What was reached with each of those who stand for her, and when somebody was excluded; in no order. */
    public List<Milestone> of(CaseId caseId) {
        return Sql.of(em, """
                        select k.kind, k.at
                          from guardian g
                         cross join lateral (values
                           ('guardian-known', case when num_nonnulls(g.needed_at, g.temporary_at, g.appointed_at) = 0 then g.recorded_at end),
                           ('guardian-needed', g.needed_at), ('guardian-requested', g.requested_at), ('guardian-temporary', g.temporary_at),
                           ('guardian-appointed', g.appointed_at), ('guardian-review', g.review_at), ('guardian-replaced', g.replaced_at),
                           ('guardian-ended', g.ended_at)) k (kind, at)
                         where g.case_id = :case and k.at is not null
                        union all
                        select 'guardian-excluded', e.recorded_at from excluded_person e where e.case_id = :case
                        union all
                        select k.kind, k.at
                          from lifted_exclusion l
                         cross join lateral (values ('guardian-excluded', l.recorded_at), ('guardian-lifted', l.lifted_at)) k (kind, at)
                         where l.case_id = :case
                        union all
                        select k.kind, k.at
                          from guardian_sign_in s
                         cross join lateral (values ('guardian-named', s.named_at), ('guardian-signs-in', s.agreed_at),
                                                    ('guardian-signs-out', s.ended_at)) k (kind, at)
                         where s.case_id = :case and k.at is not null
                        """).with("case", caseId.value()).rows(row -> new Milestone(row.text(0), row.instant(1)));
    }

    /** @param kind key of its words, {@code journey.<kind>} */
    public record Milestone(String kind, Instant at) {}
}
