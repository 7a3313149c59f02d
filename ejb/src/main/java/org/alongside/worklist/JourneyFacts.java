package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.careplan.PlanJournal;
import org.alongside.closing.ClosingJournal;
import org.alongside.consent.PurposeJournal;
import org.alongside.counselling.CounsellingJournal;
import org.alongside.disclosure.DisclosureJournal;
import org.alongside.followup.FollowUpJournal;
import org.alongside.guardian.GuardianJournal;
import org.alongside.handover.HandoverJournal;
import org.alongside.healthcare.HealthJournal;
import org.alongside.housing.HousingJournal;
import org.alongside.livelihood.LivingJournal;
import org.alongside.missing.MissingJournal;
import org.alongside.outcome.OutcomeJournal;
import org.alongside.proceeding.MatterJournal;
import org.alongside.referral.ReferralJournal;
import org.alongside.referral.ReferralView;
import org.alongside.reintegration.ReintegrationJournal;
import org.alongside.restriction.RestrictionJournal;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;
import org.alongside.worklist.JourneyService.Entry;

/** Gathers what happened from the facts of the features, never from the engine; the database leaves out what is not open. */
@ApplicationScoped
class JourneyFacts {
    @PersistenceContext
    EntityManager em;

    @Inject
    ReferralJournal referrals;

    @Inject
    PlanJournal plans;

    @Inject
    ClosingJournal closings;

    @Inject
    HandoverJournal handovers;

    @Inject
    MatterJournal matters;

    @Inject
    GuardianJournal guardians;

    @Inject
    DisclosureJournal disclosures;

    @Inject
    PurposeJournal purposes;

    @Inject
    HousingJournal housing;

    @Inject
    MissingJournal missing;

    @Inject
    RestrictionJournal restrictions;

    @Inject
    CounsellingJournal counselling;

    @Inject
    FollowUpJournal followUps;

    @Inject
    ReintegrationJournal reintegrations;

    @Inject
    HealthJournal health;

    @Inject
    LivingJournal living;

    @Inject
    OutcomeJournal outcomes;

    List<Entry> ofCase(CaseId caseId) {
        return Sql.of(em, """
                        select 'case-opened', f.opened_at, cast(null as uuid), f.intake_source from case_file f where f.case_id = :case
                        union all
                        select 'child-authority-notified', n.notified_at, null, '' from child_notification n where n.case_id = :case
                        union all
                        select 'consent-given', c.given_at, c.consent_id, o.name
                          from consent c join organisation o on o.organisation_id = c.recipient_organisation_id
                         where c.case_id = :case and c.purpose <> 'CASE_MANAGEMENT'
                        union all
                        select 'lead-agreed', c.given_at, c.consent_id, o.name
                          from consent c join organisation o on o.organisation_id = c.recipient_organisation_id
                         where c.case_id = :case and c.purpose = 'CASE_MANAGEMENT'
                        union all
                        select 'consent-withdrawn', c.withdrawn_at, c.consent_id, o.name
                          from consent c join organisation o on o.organisation_id = c.recipient_organisation_id
                         where c.case_id = :case and c.withdrawn_at is not null
                        union all
                        select 'changed-' || r.record, r.changed_at, null, w.name
                          from record_change r join worker w on w.worker_id = r.changed_by
                         where r.case_id = :case and leads(r.case_id)
                        """)
                .with("case", caseId.value())
                .rows(row ->
                        new Entry(row.text(0), row.instant(1), Optional.ofNullable(row.uuid(2)), List.of(row.text(3))));
    }

    List<Entry> plan(CaseId caseId) {
        return plans.of(caseId).stream()
                .map(reached -> new Entry(
                        reached.kind(),
                        reached.at(),
                        Optional.ofNullable(reached.goal()),
                        List.of(reached.domain(), reached.organisation())))
                .toList();
    }

    List<Entry> guardians(CaseId caseId) {
        return guardians.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.empty(), List.of()))
                .toList();
    }

    List<Entry> purposes(CaseId caseId) {
        return purposes.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.empty(), List.of(one.purpose())))
                .toList();
    }

    List<Entry> closings(CaseId caseId) {
        return closings.of(caseId).stream()
                .map(one -> new Entry(
                        one.kind(), one.at(), Optional.empty(), List.of(one.worker(), String.valueOf(one.episode()))))
                .toList();
    }

    List<Entry> handovers(CaseId caseId) {
        return handovers.of(caseId).stream()
                .map(one ->
                        new Entry(one.kind(), one.at(), Optional.empty(), List.of(one.worker(), one.from(), one.to())))
                .toList();
    }

    List<Entry> disclosures(CaseId caseId) {
        return disclosures.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.of(one.disclosure()), List.of(one.recipient())))
                .toList();
    }

    List<Entry> matters(CaseId caseId) {
        return matters.of(caseId).stream()
                .map(date -> new Entry(date.kind(), date.at(), Optional.of(date.matter()), List.of(date.about())))
                .toList();
    }

    List<PlacementId> placements(CaseId caseId) {
        return housing.running(caseId);
    }

    List<Entry> restrictions(CaseId caseId) {
        return restrictions.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.empty(), List.of()))
                .toList();
    }

    /** One line a house, however often she came. */
    List<Entry> counselling(CaseId caseId) {
        return counselling.of(caseId).stream()
                .map(story -> new Entry(
                        "counselling-sessions",
                        story.last(),
                        Optional.empty(),
                        List.of(story.organisationName(), String.valueOf(story.sessions()), story.since())))
                .toList();
    }

    List<Entry> housing(CaseId caseId) {
        return housing.of(caseId).stream()
                .map(one -> new Entry(
                        one.kind(), one.at(), Optional.of(one.placement()), List.of(one.codeName(), one.nextType())))
                .toList();
    }

    List<MissingId> stillMissing(CaseId caseId) {
        return missing.running(caseId);
    }

    List<Entry> missing(CaseId caseId) {
        return missing.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.of(one.missing()), List.of(one.foundHow())))
                .toList();
    }

    List<Entry> followUps(CaseId caseId) {
        return followUps.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.of(one.followUp()), List.of(one.point())))
                .toList();
    }

    List<Entry> reintegrations(CaseId caseId) {
        return reintegrations.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.of(one.reintegration()), List.of(one.about())))
                .toList();
    }

    List<Entry> health(CaseId caseId) {
        return health.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.of(one.subject()), List.of(one.place())))
                .toList();
    }

    List<Entry> living(CaseId caseId) {
        return living.of(caseId).stream()
                .map(one -> new Entry(
                        one.kind(), one.at(), Optional.of(one.livelihood()), List.of(one.what(), one.answer())))
                .toList();
    }

    List<Entry> outcomes(CaseId caseId) {
        return outcomes.of(caseId).stream()
                .map(one -> new Entry(one.kind(), one.at(), Optional.empty(), List.of(one.point())))
                .toList();
    }

    List<ReferralView.Whole> referrals(CaseId caseId, Caller caller) {
        return referrals.of(caseId, caller);
    }

    /** What happened to one referral, from its instants, in the order of its steps. */
    List<Entry> ofReferral(ReferralView.Card card) {
        return card.times().happened().stream()
                .map(one -> new Entry(
                        "referral-" + one.kind(),
                        one.at(),
                        Optional.of(card.id().value()),
                        List.of(
                                Optional.ofNullable(card.senderName()).orElse(""),
                                card.recipientName(),
                                card.serviceType(),
                                card.declineReason().orElse(""),
                                card.question().orElse(""),
                                card.outcome().orElse(""))))
                .toList();
    }

    boolean leads(CaseId caseId) {
        return Sql.of(em, "select leads(:case)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }
}
