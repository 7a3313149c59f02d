package org.alongside.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets the journey read episodes and decisions; the database leaves out what is not the caller's to know. */
@ApplicationScoped
public class ClosingJournal {
    @PersistenceContext
    EntityManager em;

    /** When the file was closed and opened again, and how its closing was decided, in no order. */
    public List<Milestone> of(CaseId caseId) {
        return Sql.of(em, """
                        select 'case-closed', e.closed_at, e.episode_no::int, w.name
                          from case_episode e join worker w on w.worker_id = e.closed_by where e.case_id = :case
                        union all
                        select 'case-reopened', e.opened_at, e.episode_no::int, w.name
                          from case_episode e join worker w on w.worker_id = e.opened_by where e.case_id = :case and e.episode_no > 1
                        union all
                        select 'closing-proposed', k.proposed_at, k.episode_no::int, w.name
                          from closing k join worker w on w.worker_id = k.proposed_by where k.case_id = :case
                        union all
                        select 'closing-sent-back', k.sent_back_at, k.episode_no::int, w.name
                          from closing k join worker w on w.worker_id = k.sent_back_by where k.case_id = :case
                        union all
                        select 'closing-withdrawn', k.withdrawn_at, k.episode_no::int, w.name
                          from closing k join worker w on w.worker_id = k.withdrawn_by where k.case_id = :case
                        union all
                        select 'reopened-taken-up', r.taken_up_at, r.episode_no::int, w.name
                          from case_reopening r join worker w on w.worker_id = r.taken_up_by where r.case_id = :case
                        """)
                .with("case", caseId.value())
                .rows(row -> new Milestone(row.text(0), row.instant(1), row.number(2), row.text(3)));
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param worker name of who did it
     */
    public record Milestone(String kind, Instant at, int episode, String worker) {}
}
