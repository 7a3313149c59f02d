package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.shared.AlertId;
import org.alongside.shared.AttestationId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.IncidentId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;
import org.alongside.worklist.WorkItem.AboutAlert;
import org.alongside.worklist.WorkItem.AboutAttestation;
import org.alongside.worklist.WorkItem.AboutCase;
import org.alongside.worklist.WorkItem.AboutDisclosure;
import org.alongside.worklist.WorkItem.AboutEmergency;
import org.alongside.worklist.WorkItem.AboutHandover;
import org.alongside.worklist.WorkItem.AboutIncident;
import org.alongside.worklist.WorkItem.AboutOverlooked;
import org.alongside.worklist.WorkItem.AboutReferral;

/** Puts to each task what its reader may know of its subject; a task about something that is not theirs is left out. */
@ApplicationScoped
class WorkItems {
    /**
     * Tasks that concern a card before anything is open; all others are only for those to whom the file is open, or was
     * until the consent ended.
     */
    static final Set<String> ABOUT_A_CARD = Set.of(
            "referral.answer",
            "referral.overdue",
            "referral.review-waiting-list",
            "referral.look-at-overdue",
            "attestation.attest",
            "handover.answer",
            "safety-alert.look-at-unanswered",
            "overlooked.ask");

    private static final String REVIEW = "restriction.review";

    /** Whether the reader works on the card's referral, and what the consent had opened of the file has closed. */
    private static final String ACCESS_ENDED = "c.agreed_until <= caller_now() and works_on(c.referral_id)";

    @PersistenceContext
    EntityManager em;

    List<WorkItem> of(List<EngineTask> tasks, Caller caller, List<TaskGroup> groups) {
        Set<UUID> subjects = tasks.stream().map(EngineTask::subject).collect(Collectors.toSet());
        Map<UUID, AboutReferral> referrals = new HashMap<>();
        Map<UUID, AboutHandover> handovers = new HashMap<>();
        Map<UUID, AboutCase> cases = new HashMap<>();
        Map<UUID, AboutAttestation> attestations = new HashMap<>();
        Map<UUID, AboutEmergency> emergencies = new HashMap<>();
        Map<UUID, AboutDisclosure> disclosures = new HashMap<>();
        Map<UUID, AboutAlert> alerts = new HashMap<>();
        Map<UUID, AboutIncident> incidents = new HashMap<>();
        Map<UUID, AboutOverlooked> overlooked = new HashMap<>();
        if (!subjects.isEmpty()) {
            readReferrals(subjects, referrals, cases);
            readHandovers(subjects, handovers, cases);
            readCases(subjects, cases);
            readDuties(subjects, cases);
            readHousing(subjects, cases);
            readPlans(subjects, cases);
            readMissing(subjects, cases);
            readAttestations(subjects, attestations, cases);
            readEmergencies(subjects, emergencies);
            readDisclosures(subjects, disclosures);
            readAlerts(subjects, alerts, cases);
            readIncidents(subjects, incidents);
            readOverlooked(subjects, overlooked);
            readAssessments(subjects, cases);
            readCare(subjects, cases);
        }
        Set<UUID> own = imposedByReader(tasks);
        return tasks.stream()
                .filter(task -> !ofOthers(task, own))
                .filter(task -> cases.containsKey(task.subject())
                        || attestations.containsKey(task.subject()) && ABOUT_A_CARD.contains(task.kind())
                        || emergencies.containsKey(task.subject())
                        || handovers.containsKey(task.subject()) && ABOUT_A_CARD.contains(task.kind())
                        || disclosures.containsKey(task.subject())
                        || alerts.containsKey(task.subject())
                        || incidents.containsKey(task.subject())
                        || overlooked.containsKey(task.subject())
                        || referrals.containsKey(task.subject())
                                && (ABOUT_A_CARD.contains(task.kind())
                                        || referrals.get(task.subject()).accessEnded()))
                .map(task -> new WorkItem(
                        task,
                        task.claimedBy().filter(caller.worker()::equals).isPresent(),
                        task.claimedBy().isEmpty() && task.offeredTo().stream().anyMatch(groups::contains),
                        Optional.ofNullable(cases.get(task.subject())),
                        Optional.ofNullable(referrals.get(task.subject())),
                        Optional.ofNullable(attestations.get(task.subject())),
                        Optional.ofNullable(emergencies.get(task.subject())),
                        Optional.ofNullable(handovers.get(task.subject())),
                        Optional.ofNullable(disclosures.get(task.subject())),
                        Optional.ofNullable(alerts.get(task.subject())),
                        Optional.ofNullable(incidents.get(task.subject())),
                        Optional.ofNullable(overlooked.get(task.subject()))))
                .toList();
    }

    /** Those that {@link #of} would show, without what it tells of them. */
    List<EngineTask> ofTheReader(List<EngineTask> tasks) {
        Set<UUID> subjects = tasks.stream().map(EngineTask::subject).collect(Collectors.toSet());
        Map<UUID, Boolean> reached = new HashMap<>();
        if (!subjects.isEmpty()) {
            Sql.of(em, """
                            select c.referral_id, %s or exists (select from referral r join case_file f using (case_id)
                                                                 where r.referral_id = c.referral_id)
                              from referral_card c where c.referral_id = any (:ids)
                             union all
                            select c.handover_id, exists (select from handover h where h.handover_id = c.handover_id)
                              from handover_card c where c.handover_id = any (:ids)
                             union all
                            select f.case_id, true from case_file f where f.case_id = any (:ids)
                             union all
                            select a.attestation_id, exists (select from consent k join case_file f using (case_id)
                                                              where k.consent_id = a.consent_id)
                              from attestation a where a.attestation_id = any (:ids)
                             union all
                            select e.emergency_access_id, true from emergency_access e
                             where e.emergency_access_id = any (:ids) and e.worker_id <> caller_worker()
                             union all
                            select d.disclosure_id, true from disclosure d where d.disclosure_id = any (:ids)
                             union all
                            select d.duty_id, true from notification_duty d where d.duty_id = any (:ids)
                             union all
                            select m.placement_id, true from placement_minimum m where m.placement_id = any (:ids)
                             union all
                            select e.missing_id, true from missing_episode e where e.missing_id = any (:ids)
                             union all
                            select m.restriction_id, true from restriction_minimum m where m.restriction_id = any (:ids)
                             union all
                            select d.talk_due_id, true from talk_due d where d.talk_due_id = any (:ids)
                             union all
                            select g.gap_id, true from placement_gap g where g.gap_id = any (:ids)
                             union all
                            select a.alert_id, true from safety_alert a where a.alert_id = any (:ids)
                             union all
                            select c.alert_id, false from safety_alert_card c where c.alert_id = any (:ids)
                             union all
                            select p.plan_id, true from care_plan p join case_file f using (case_id) where p.plan_id = any (:ids)
                             union all
                            select v.overlooked_id, true from overlooked v where v.overlooked_id = any (:ids)
                             union all
                            select a.assessment_id, true from risk_assessment a join case_file f using (case_id)
                             where a.assessment_id = any (:ids)
                             union all
                            select u.urgent_id, true from urgent_care u join case_file f using (case_id) where u.urgent_id = any (:ids)
                             union all
                            select q.question_id, true from livelihood_question q join case_file f using (case_id)
                             where q.question_id = any (:ids)
                             union all
                            select i.incident_id, true from incident i
                             where i.incident_id = any (:ids) and i.recorded_by <> caller_worker()
                            """.formatted(ACCESS_ENDED))
                    .with("ids", subjects)
                    .rows(row -> reached.put(row.uuid(0), row.yes(1)));
        }
        Set<UUID> own = imposedByReader(tasks);
        return tasks.stream()
                .filter(task -> !ofOthers(task, own))
                .filter(task -> reached.containsKey(task.subject())
                        && (reached.get(task.subject()) || ABOUT_A_CARD.contains(task.kind())))
                .toList();
    }

    /** Of limits that wait to be reviewed, those that the reader imposed: somebody else looks at them. */
    private Set<UUID> imposedByReader(List<EngineTask> tasks) {
        Set<UUID> limits = tasks.stream()
                .filter(task -> REVIEW.equals(task.kind()))
                .map(EngineTask::subject)
                .collect(Collectors.toSet());
        return limits.isEmpty()
                ? Set.of()
                : Set.copyOf(Sql.of(
                                em,
                                "select restriction_id from restriction where restriction_id = any (:ids) and imposed_by = caller_worker()")
                        .with("ids", limits)
                        .rows(row -> row.uuid(0)));
    }

    private static boolean ofOthers(EngineTask task, Set<UUID> own) {
        return REVIEW.equals(task.kind()) && own.contains(task.subject());
    }

    private void readReferrals(Set<UUID> ids, Map<UUID, AboutReferral> referrals, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select c.referral_id, c.service_type, c.urgency, c.status, s.name, o.name, c.question,
                               f.case_id, f.case_code, sm.risk_level, im.child,
                               %s
                          from referral_card c
                          join organisation s on s.organisation_id = c.sender_organisation_id
                          join organisation o on o.organisation_id = c.recipient_organisation_id
                          left join referral r on r.referral_id = c.referral_id
                          left join case_file f on f.case_id = r.case_id
                          left join safety_minimum sm on sm.case_id = r.case_id
                          left join identity_minimum im on im.case_id = r.case_id
                         where c.referral_id = any (:ids)
                        """.formatted(ACCESS_ENDED)).with("ids", ids).rows(row -> {
            UUID id = row.uuid(0);
            referrals.put(
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
            if (row.has(7)) {
                cases.put(id, AboutCase.of(row, 7));
            }
            return id;
        });
    }

    /** To those who lead the file it is about the file, too. */
    private void readAttestations(Set<UUID> ids, Map<UUID, AboutAttestation> attestations, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select a.attestation_id, s.name, h.name, f.case_id, f.case_code, sm.risk_level, im.child
                          from attestation a
                          join organisation s on s.organisation_id = a.asking_organisation_id
                          join organisation h on h.organisation_id = a.holder_organisation_id
                          left join consent k using (consent_id)
                          left join case_file f on f.case_id = k.case_id
                          left join safety_minimum sm on sm.case_id = f.case_id
                          left join identity_minimum im on im.case_id = f.case_id
                         where a.attestation_id = any (:ids)
                        """).with("ids", ids).rows(row -> {
            UUID id = row.uuid(0);
            if (row.has(3)) {
                cases.put(id, AboutCase.of(row, 3));
            }
            return attestations.put(id, new AboutAttestation(new AttestationId(id), row.text(1), row.text(2)));
        });
    }

    /** Nobody is asked about what they asked for themselves. */
    private void readEmergencies(Set<UUID> ids, Map<UUID, AboutEmergency> emergencies) {
        Sql.of(em, """
                        select e.emergency_access_id, w.name, o.name
                          from emergency_access e
                          join worker w on w.worker_id = e.worker_id join organisation o on o.organisation_id = e.organisation_id
                         where e.emergency_access_id = any (:ids) and e.worker_id <> caller_worker()
                        """)
                .with("ids", ids)
                .rows(row -> emergencies.put(
                        row.uuid(0), new AboutEmergency(new EmergencyAccessId(row.uuid(0)), row.text(1), row.text(2))));
    }

    /** To those who lead the case it is about the case, too. */
    private void readHandovers(Set<UUID> ids, Map<UUID, AboutHandover> handovers, Map<UUID, AboutCase> cases) {
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
            if (row.has(3)) {
                cases.put(id, AboutCase.of(row, 3));
            }
            return handovers.put(id, new AboutHandover(new HandoverId(id), row.text(1), row.text(2)));
        });
    }

    private void readDisclosures(Set<UUID> ids, Map<UUID, AboutDisclosure> disclosures) {
        Sql.of(
                        em,
                        "select d.disclosure_id, d.case_code, d.exception from disclosure d where d.disclosure_id = any (:ids)")
                .with("ids", ids)
                .rows(row -> disclosures.put(
                        row.uuid(0), new AboutDisclosure(new DisclosureId(row.uuid(0)), row.text(1), row.text(2))));
    }

    private void readCases(Set<UUID> ids, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select f.case_id, f.case_code, sm.risk_level, im.child
                          from case_file f
                          left join safety_minimum sm using (case_id)
                          left join identity_minimum im using (case_id)
                         where f.case_id = any (:ids)
                        """).with("ids", ids).rows(row -> cases.put(row.uuid(0), AboutCase.of(row, 0)));
    }

    private void readAssessments(Set<UUID> ids, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select a.assessment_id, f.case_id, f.case_code, sm.risk_level, im.child
                          from risk_assessment a join case_file f using (case_id)
                          left join safety_minimum sm using (case_id)
                          left join identity_minimum im using (case_id)
                         where a.assessment_id = any (:ids)
                        """).with("ids", ids).rows(row -> cases.put(row.uuid(0), AboutCase.of(row, 1)));
    }

    /** Care that cannot wait, and whether she still has her work. */
    private void readCare(Set<UUID> ids, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select h.id, f.case_id, f.case_code, sm.risk_level, im.child
                          from (select urgent_id id, case_id from urgent_care where urgent_id = any (:ids)
                                 union all select question_id, case_id from livelihood_question where question_id = any (:ids)) h
                          join case_file f using (case_id)
                          left join safety_minimum sm using (case_id)
                          left join identity_minimum im using (case_id)
                        """).with("ids", ids).rows(row -> cases.put(row.uuid(0), AboutCase.of(row, 1)));
    }

    private void readOverlooked(Set<UUID> ids, Map<UUID, AboutOverlooked> overlooked) {
        Sql.of(em, """
                        select v.overlooked_id, o.name, v.kind, v.tasks from overlooked v join organisation o using (organisation_id)
                         where v.overlooked_id = any (:ids)
                        """)
                .with("ids", ids)
                .rows(row -> overlooked.put(row.uuid(0), new AboutOverlooked(row.text(1), row.text(2), row.number(3))));
    }

    private void readPlans(Set<UUID> ids, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select p.plan_id, f.case_id, f.case_code, sm.risk_level, im.child
                          from care_plan p join case_file f using (case_id)
                          left join safety_minimum sm using (case_id)
                          left join identity_minimum im using (case_id)
                         where p.plan_id = any (:ids)
                        """).with("ids", ids).rows(row -> cases.put(row.uuid(0), AboutCase.of(row, 1)));
    }

    private void readMissing(Set<UUID> ids, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select e.missing_id, f.case_id, f.case_code, sm.risk_level, im.child
                          from missing_episode e join case_file f using (case_id)
                          left join safety_minimum sm using (case_id)
                          left join identity_minimum im using (case_id)
                         where e.missing_id = any (:ids)
                        """).with("ids", ids).rows(row -> cases.put(row.uuid(0), AboutCase.of(row, 1)));
    }

    private void readDuties(Set<UUID> ids, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select d.duty_id, f.case_id, f.case_code, sm.risk_level, im.child
                          from notification_duty d join case_file f using (case_id)
                          left join safety_minimum sm using (case_id)
                          left join identity_minimum im using (case_id)
                         where d.duty_id = any (:ids)
                        """).with("ids", ids).rows(row -> cases.put(row.uuid(0), AboutCase.of(row, 1)));
    }

    /** A placement by the least of it, a limit on her stay, the talk of the week, and a night without a place. */
    private void readHousing(Set<UUID> ids, Map<UUID, AboutCase> cases) {
        Sql.of(em, """
                        select h.id, f.case_id, f.case_code, sm.risk_level, im.child
                          from (select placement_id id, case_id from placement_minimum where placement_id = any (:ids)
                                 union all select gap_id, case_id from placement_gap where gap_id = any (:ids)
                                 union all select restriction_id, case_id from restriction_minimum where restriction_id = any (:ids)
                                 union all select talk_due_id, case_id from talk_due where talk_due_id = any (:ids)) h
                          join case_file f using (case_id)
                          left join safety_minimum sm using (case_id)
                          left join identity_minimum im using (case_id)
                        """).with("ids", ids).rows(row -> cases.put(row.uuid(0), AboutCase.of(row, 1)));
    }

    /** Whoever is on call knows of the alert although the file is closed to them; coordinators only that nobody answers. */
    private void readAlerts(Set<UUID> ids, Map<UUID, AboutAlert> alerts, Map<UUID, AboutCase> cases) {
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
            if (row.has(5)) {
                cases.put(id, AboutCase.of(row, 5));
            }
            return alerts.put(
                    id,
                    new AboutAlert(
                            new AlertId(id),
                            Optional.ofNullable(row.text(1)),
                            Optional.ofNullable(row.text(2)),
                            row.text(3),
                            row.text(4)));
        });
    }

    /** Nobody is asked to look at what they wrote themselves. */
    private void readIncidents(Set<UUID> ids, Map<UUID, AboutIncident> incidents) {
        Sql.of(em, """
                        select i.incident_id, i.code_name, i.kind from incident i
                         where i.incident_id = any (:ids) and i.recorded_by <> caller_worker()
                        """)
                .with("ids", ids)
                .rows(row -> incidents.put(
                        row.uuid(0), new AboutIncident(new IncidentId(row.uuid(0)), row.text(1), row.text(2))));
    }
}
