package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;

/** The referrals under which a house shelters somebody. */
@ApplicationScoped
class ShelterReferrals {
    @PersistenceContext
    EntityManager em;

    /** A referral under which the caller's house shelters her, and what it said of her. */
    record Sheltered(UUID referral, Placement.Wants wants) {}

    Optional<Sheltered> of(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select r.referral_id, c.age_band, c.child, c.sex, c.language, array_to_string(c.accessibility, ','),
                               array_to_string(c.constraints, ',')
                          from referral r join referral_card c using (referral_id)
                         where r.case_id = :case and c.recipient_organisation_id = :house and c.service_type = 'SHELTER'
                           and c.status in ('ACCEPTED', 'IN_SERVICE')
                         order by c.accepted_at desc limit 1
                        """)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .first(row -> new Sheltered(
                        row.uuid(0),
                        new Placement.Wants(
                                row.text(1), row.yes(2), row.text(3), row.text(4), row.codes(5), row.codes(6))));
    }

    /** Whom the caller's house shelters under this referral, and may place. */
    Optional<CaseId> whom(ReferralId referral, Caller caller) {
        return Sql.of(em, """
                        select r.case_id from referral r join referral_card c using (referral_id)
                         where r.referral_id = :referral and c.recipient_organisation_id = :house and c.service_type = 'SHELTER'
                           and places(r.case_id, c.recipient_organisation_id)
                        """)
                .with("referral", referral.value())
                .with("house", caller.organisation().value())
                .first(row -> new CaseId(row.uuid(0)));
    }
}
