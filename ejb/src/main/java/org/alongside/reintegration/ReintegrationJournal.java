package org.alongside.reintegration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read what she decided, when she left and arrived; the database leaves out what is not theirs. */
@ApplicationScoped
public class ReintegrationJournal {
    @PersistenceContext
    EntityManager em;

    /** What happened, and by when somebody looks next; in no order. Of what she was given the day, as its beginning in UTC. */
    public List<Gone> of(CaseId caseId) {
        return Sql.of(em, """
                        select v.kind, v.at, r.reintegration_id, r.return_type
                          from reintegration r
                         cross join lateral (values (case r.return_type when 'FORCED' then 'reintegration-forced' else 'reintegration-decided' end, r.planned_at),
                                                    (case r.return_type when 'FORCED' then 'reintegration-removed' else 'reintegration-left' end, r.departed_at),
                                                    ('reintegration-arrived', r.arrived_at),
                                                    (case when r.departed_at is null or r.arrived_at is not null then 'reintegration-look-ahead'
                                                          else 'reintegration-arrival-ahead' end,
                                                     case when r.ended_at is not null then null
                                                          when r.departed_at is null or r.arrived_at is not null then r.review_by
                                                          else r.arrival_by end)) v (kind, at)
                         where r.case_id = :case and v.at is not null
                        union all
                        select 'reintegration-ended', r.ended_at, r.reintegration_id, r.end_reason
                          from reintegration r where r.case_id = :case and r.ended_at is not null
                        union all
                        select 'reintegration-confirmed', v.noted_at, v.reintegration_id, ''
                          from reintegration_receiver v where v.case_id = :case
                        union all
                        select 'reintegration-arranged', s.done_at, s.reintegration_id, s.step
                          from reintegration_step s where s.case_id = :case
                        union all
                        select 'reintegration-looked', max(i.read_at), i.reintegration_id, ''
                          from reintegration_reading i where i.case_id = :case group by i.reintegration_id, date_trunc('day', i.read_at, 'UTC')
                        union all
                        select 'reintegration-given', cast(g.given_on as timestamp) at time zone 'UTC', g.reintegration_id, g.purpose
                          from reintegration_support g where g.case_id = :case
                        """)
                .with("case", caseId.value())
                .rows(row -> new Gone(row.text(0), row.instant(1), row.uuid(2), row.text(3)));
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param about code of return_type; of its end of return_end, of what was arranged of return_step, of what she was given of support_purpose; or empty
     */
    public record Gone(String kind, Instant at, UUID reintegration, String about) {}
}
