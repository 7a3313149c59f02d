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

    /** What happened, in no order. */
    public List<Gone> of(CaseId caseId) {
        return Sql.of(em, """
                        select v.kind, v.at, r.reintegration_id, r.return_type
                          from reintegration r
                         cross join lateral (values ('reintegration-decided', r.planned_at), ('reintegration-left', r.departed_at),
                                                    ('reintegration-arrived', r.arrived_at), ('reintegration-ended', r.ended_at)) v (kind, at)
                         where r.case_id = :case and v.at is not null
                        """)
                .with("case", caseId.value())
                .rows(row -> new Gone(row.text(0), row.instant(1), row.uuid(2), row.text(3)));
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param returnType code of return_type
     */
    public record Gone(String kind, Instant at, UUID reintegration, String returnType) {}
}
