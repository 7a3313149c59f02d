package org.alongside.healthcare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** What the journey of a case tells of her health, as far as the caller may know: that there was something, and never for what. */
@ApplicationScoped
public class HealthJournal {
    @PersistenceContext
    EntityManager em;

    /** Appointments to come and those she kept, and what could not wait; in no order. */
    public List<Cared> of(CaseId caseId) {
        return Sql.of(em, """
                        select case a.state when 'KEPT' then 'health-kept' else 'health-ahead' end, a.appointment_at, a.appointment_id, a.place
                          from health_appointment a
                         where a.case_id = :case and (a.state = 'KEPT' or a.state = 'PLANNED' and a.appointment_at > caller_now())
                        union all
                        select v.kind, v.at, u.urgent_id, ''
                          from urgent_care u
                         cross join lateral (values ('health-urgent', u.recorded_at), ('health-urgent-over', u.ended_at)) v (kind, at)
                         where u.case_id = :case and v.at is not null
                        """)
                .with("case", caseId.value())
                .rows(row -> new Cared(row.text(0), row.instant(1), row.uuid(2), row.text(3)));
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param subject the appointment, or what could not wait
     * @param place what kind of place, code of appointment_place; or empty
     */
    public record Cared(String kind, Instant at, UUID subject, String place) {}
}
