package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Counts for the closing of a case what of its referrals is not at its end. */
@ApplicationScoped
public class UnderWay {
    @PersistenceContext
    EntityManager em;

    public Help of(CaseId caseId) {
        return Sql.of(em, """
                        select count(*) filter (where c.status in ('DRAFT','PENDING_APPROVAL','SENT','RECEIVED','INFO_REQUESTED','WAITLISTED',
                                                                   'ACCEPTED','IN_SERVICE')),
                               count(*) filter (where c.status in ('DECLINED','EXPIRED') and r.next_chosen_at is null),
                               count(*) filter (where c.status = 'NO_SHOW' and r.safety_checked_at is null),
                               count(*) filter (where r.approval = 'AFTER' and r.reviewed_at is null)
                          from referral r join referral_card c using (referral_id)
                         where r.case_id = :case
                        """)
                .with("case", caseId.value())
                .first(row -> new Help((int) row.count(0), (int) row.count(1), (int) row.count(2), (int) row.count(3)))
                .orElseThrow();
    }

    /**
     * How many referrals are not at their end.
     *
     * @param open asked for, waited for or helped under
     * @param searches declined or run out, and nobody looked for the next provider
     * @param unchecked missed, and nobody made sure that she is safe
     * @param unreviewed gone out as an emergency, and no second person looked at it
     */
    public record Help(int open, int searches, int unchecked, int unreviewed) {}
}
