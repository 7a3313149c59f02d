package org.alongside.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.alongside.shared.CaseId;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.Sql;

/** What the caller has open in an emergency at this moment: it stands on every page of theirs. */
@ApplicationScoped
public class OpenNow {
    @PersistenceContext
    EntityManager em;

    /** The caller's, the one that ends first on top. */
    public List<OpenAccess> ofCaller() {
        return Sql.of(em, """
                        select e.emergency_access_id, f.case_id, p.code, e.opened_at, e.open_until
                          from emergency_access e join emergency_file f using (emergency_access_id) join emergency_plea p using (emergency_access_id)
                         where e.worker_id = caller_worker() and e.asked_at > caller_now() - interval '1 day'
                           and e.ended_at is null and caller_now() < e.open_until
                         order by e.open_until, e.emergency_access_id
                        """)
                .rows(row -> new OpenAccess(
                        new EmergencyAccessId(row.uuid(0)),
                        new CaseId(row.uuid(1)),
                        row.text(2),
                        row.instant(3),
                        row.instant(4)));
    }

    /** A file that is open in an emergency, from when until when, UTC. */
    public record OpenAccess(EmergencyAccessId id, CaseId caseId, String code, Instant since, Instant until) {}
}
