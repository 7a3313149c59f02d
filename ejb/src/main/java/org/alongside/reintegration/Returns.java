package org.alongside.reintegration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationsEnded;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.Sql;

/** What closing a case asks of a return and ends of it. */
@ApplicationScoped
public class Returns {
    @PersistenceContext
    EntityManager em;

    @Inject
    Event<ReintegrationEvent> events;

    /** Whether she arrived where she went, and a receiving organisation was confirmed before she left. */
    public boolean confirmed(CaseId caseId) {
        return Sql.of(em, "select returned_confirmed(:case)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElseThrow();
    }

    /** Whether she has left and nobody knows yet that she arrived. */
    public boolean onHerWay(CaseId caseId) {
        return Sql.of(em, """
                        select exists (select from reintegration r where r.case_id = :case and r.departed_at is not null and r.arrived_at is null
                                          and r.ended_at is null)
                        """)
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElseThrow();
    }

    /** The case is closed: nobody is asked about it any more. */
    public void end(CaseId caseId) {
        List<ReintegrationId> ended = Sql.of(em, "select * from reintegrations_end(:case)")
                .with("case", caseId.value())
                .rows(row -> new ReintegrationId(row.uuid(0)));
        if (!ended.isEmpty()) {
            events.fire(new ReintegrationsEnded(ended));
        }
    }
}
