package org.alongside.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read how the lead was offered and moved; the database shows it to who leads now. */
@ApplicationScoped
public class HandoverJournal {
    @PersistenceContext
    EntityManager em;

    /** What happened, in no order. */
    public List<Milestone> of(CaseId caseId) {
        return Sql.of(em, """
                        select 'handover-proposed', c.proposed_at, f.name, t.name, w.name
                          from handover h join handover_card c using (handover_id) join worker w on w.worker_id = c.proposed_by
                          join organisation f on f.organisation_id = c.from_organisation_id
                          join organisation t on t.organisation_id = c.to_organisation_id where h.case_id = :case
                        union all
                        select 'handover-offered', c.approved_at, f.name, t.name, w.name
                          from handover h join handover_card c using (handover_id) join worker w on w.worker_id = c.approved_by
                          join organisation f on f.organisation_id = c.from_organisation_id
                          join organisation t on t.organisation_id = c.to_organisation_id where h.case_id = :case
                        union all
                        select 'handover-' || replace(lower(c.status), '_', '-'), c.decided_at, f.name, t.name, coalesce(n.name, '')
                          from handover h join handover_card c using (handover_id)
                          join organisation f on f.organisation_id = c.from_organisation_id
                          join organisation t on t.organisation_id = c.to_organisation_id
                          left join worker n on n.worker_id = h.new_worker_id where h.case_id = :case and c.decided_at is not null
                        """)
                .with("case", caseId.value())
                .rows(row -> new Milestone(row.text(0), row.instant(1), row.text(2), row.text(3), row.text(4)));
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param worker name of who did it; where the lead moved, of who leads; empty where nobody did
     */
    public record Milestone(String kind, Instant at, String from, String to, String worker) {}
}
