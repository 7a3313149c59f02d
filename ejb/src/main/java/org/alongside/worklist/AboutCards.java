package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.AlertId;
import org.alongside.shared.AttestationId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;
import org.alongside.worklist.WorkItem.AboutAlert;
import org.alongside.worklist.WorkItem.AboutAttestation;
import org.alongside.worklist.WorkItem.AboutHandover;
import org.alongside.worklist.WorkItem.AboutReferral;

/** Reads the cards that tasks are about, and the files behind them where those are open to the reader. */
@ApplicationScoped
class AboutCards {
    /** Whether the reader works on the card's referral, and what the consent had opened of the file has closed. */
    static final String ACCESS_ENDED = "c.agreed_until <= caller_now() and works_on(c.referral_id)";

    @PersistenceContext
    EntityManager em;

    void read(Set<UUID> ids, Subjects subjects) {
        readReferrals(ids, subjects);
        readHandovers(ids, subjects);
        readAttestations(ids, subjects);
        readAlerts(ids, subjects);
    }

    private void readReferrals(Set<UUID> ids, Subjects subjects) {
        Sql.of(em, """
                        select c.referral_id, c.service_type, c.urgency, c.status, s.name, o.name, c.question,
                               f.case_id, f.case_code, sm.risk_level, im.child,
                               %s
                          from referral_card c
                          left join organisation s on s.organisation_id = sender_told(c.referral_id)
                          join organisation o on o.organisation_id = c.recipient_organisation_id
                          left join referral r on r.referral_id = c.referral_id
                          left join case_file f on f.case_id = r.case_id
                          left join safety_minimum sm on sm.case_id = r.case_id
                          left join identity_minimum im on im.case_id = r.case_id
                         where c.referral_id = any (:ids)
                        """.formatted(ACCESS_ENDED)).with("ids", ids).rows(row -> {
            UUID id = row.uuid(0);
            subjects.referrals.put(
                    id,
                    new AboutReferral(
                            new ReferralId(id),
                            row.text(1),
                            row.text(2),
                            row.text(3),
                            row.text(4),
                            row.text(5),
                            Optional.ofNullable(row.text(6)),
                            row.yes(11)));
            subjects.file(id, row, 7);
            return id;
        });
    }

    /** To those who lead the case it is about the case, too. */
    private void readHandovers(Set<UUID> ids, Subjects subjects) {
        Sql.of(em, """
                        select c.handover_id, o.name, t.name, f.case_id, f.case_code, sm.risk_level, im.child
                          from handover_card c
                          join organisation o on o.organisation_id = c.from_organisation_id
                          join organisation t on t.organisation_id = c.to_organisation_id
                          left join handover h on h.handover_id = c.handover_id
                          left join case_file f on f.case_id = h.case_id
                          left join safety_minimum sm on sm.case_id = h.case_id
                          left join identity_minimum im on im.case_id = h.case_id
                         where c.handover_id = any (:ids)
                        """).with("ids", ids).rows(row -> {
            UUID id = row.uuid(0);
            subjects.file(id, row, 3);
            return subjects.handovers.put(id, new AboutHandover(new HandoverId(id), row.text(1), row.text(2)));
        });
    }

    /** To those who lead the file it is about the file, too. */
    private void readAttestations(Set<UUID> ids, Subjects subjects) {
        Sql.of(em, """
                        select a.attestation_id, s.name, h.name, f.case_id, f.case_code, sm.risk_level, im.child
                          from attestation a
                          left join organisation s on s.organisation_id = asking_told(a.attestation_id)
                          join organisation h on h.organisation_id = a.holder_organisation_id
                          left join consent k using (consent_id)
                          left join case_file f on f.case_id = k.case_id
                          left join safety_minimum sm on sm.case_id = f.case_id
                          left join identity_minimum im on im.case_id = f.case_id
                         where a.attestation_id = any (:ids)
                        """).with("ids", ids).rows(row -> {
            UUID id = row.uuid(0);
            subjects.file(id, row, 3);
            return subjects.attestations.put(id, new AboutAttestation(new AttestationId(id), row.text(1), row.text(2)));
        });
    }

    /** Whoever is on call knows of the alert although the file is closed to them; coordinators only that nobody answers. */
    private void readAlerts(Set<UUID> ids, Subjects subjects) {
        Sql.of(em, """
                        select a.alert_id, a.case_code, a.type, a.severity, o.name, f.case_id, f.case_code, sm.risk_level, im.child
                          from safety_alert a join organisation o using (organisation_id)
                          left join case_file f on f.case_id = a.case_id
                          left join safety_minimum sm on sm.case_id = f.case_id
                          left join identity_minimum im on im.case_id = f.case_id
                         where a.alert_id = any (:ids)
                         union all
                        select c.alert_id, null, null, c.severity, o.name, null, null, null, null
                          from safety_alert_card c join organisation o using (organisation_id)
                         where c.alert_id = any (:ids)
                        """).with("ids", ids).rows(row -> {
            UUID id = row.uuid(0);
            subjects.file(id, row, 5);
            return subjects.alerts.put(
                    id,
                    new AboutAlert(
                            new AlertId(id),
                            Optional.ofNullable(row.text(1)),
                            Optional.ofNullable(row.text(2)),
                            row.text(3),
                            row.text(4)));
        });
    }
}
