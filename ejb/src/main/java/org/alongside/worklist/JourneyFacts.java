package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.referral.ReferralJournal;
import org.alongside.referral.ReferralView;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;
import org.alongside.worklist.JourneyService.Entry;

/** Gathers what happened from the facts of the features, never from the engine; the database leaves out what is not open. */
@ApplicationScoped
class JourneyFacts {
    @PersistenceContext
    EntityManager em;

    @Inject
    ReferralJournal referrals;

    List<Entry> ofCase(CaseId caseId) {
        return Sql.of(em, """
                        select 'case-opened', f.opened_at, cast(null as uuid), f.intake_source from case_file f where f.case_id = :case
                        union all
                        select 'child-authority-notified', n.notified_at, null, '' from child_notification n where n.case_id = :case
                        union all
                        select 'consent-given', c.given_at, c.consent_id, o.name
                          from consent c join organisation o on o.organisation_id = c.recipient_organisation_id where c.case_id = :case
                        union all
                        select 'consent-withdrawn', c.withdrawn_at, c.consent_id, o.name
                          from consent c join organisation o on o.organisation_id = c.recipient_organisation_id
                         where c.case_id = :case and c.withdrawn_at is not null
                        union all
                        select 'changed-' || r.record, r.changed_at, null, w.name
                          from record_change r join worker w on w.worker_id = r.changed_by
                          join case_file f on f.case_id = r.case_id and f.lead_organisation_id = caller_organisation()
                         where r.case_id = :case
                        """)
                .with("case", caseId.value())
                .rows(row ->
                        new Entry(row.text(0), row.instant(1), Optional.ofNullable(row.uuid(2)), List.of(row.text(3))));
    }

    List<ReferralView.Whole> referrals(CaseId caseId, Caller caller) {
        return referrals.of(caseId, caller);
    }

    /** What happened to one referral, from its instants. */
    List<Entry> ofReferral(ReferralView.Card card) {
        List<Entry> entries = new ArrayList<>();
        ReferralView.Times times = card.times();
        boolean waited = !times.sentAt().equals(Optional.of(times.submittedAt()));
        note(
                entries,
                card,
                "referral-submitted",
                Optional.of(times.submittedAt()).filter(at -> waited));
        note(entries, card, "referral-sent", times.sentAt());
        note(entries, card, "referral-received", times.receivedAt().filter(at -> !answeredAt(times, at)));
        note(entries, card, "referral-question", times.askedAt());
        note(entries, card, "referral-answered", times.answeredAt());
        note(entries, card, "referral-escalated", times.escalatedAt());
        note(entries, card, "referral-waitlisted", times.waitlistedAt());
        note(entries, card, "referral-accepted", times.acceptedAt());
        note(entries, card, "referral-declined", times.declinedAt());
        note(entries, card, "referral-expired", times.expiredAt());
        note(entries, card, "referral-first-contact", times.firstContactAt());
        note(entries, card, "referral-not-attended", times.notAttendedAt());
        note(entries, card, "referral-completed", times.completedAt());
        note(entries, card, "referral-revoked", times.revokedAt());
        note(entries, card, "referral-declined-by-survivor", times.survivorDeclinedAt());
        return entries;
    }

    /** Taking a card up in the same breath as answering it is one thing and told once. */
    private static boolean answeredAt(ReferralView.Times times, Instant at) {
        return Stream.of(times.askedAt(), times.waitlistedAt(), times.acceptedAt(), times.declinedAt())
                .flatMap(Optional::stream)
                .anyMatch(at::equals);
    }

    private static void note(List<Entry> entries, ReferralView.Card card, String kind, Optional<Instant> at) {
        at.ifPresent(instant -> entries.add(new Entry(
                kind,
                instant,
                Optional.of(card.id().value()),
                List.of(
                        card.senderName(),
                        card.recipientName(),
                        card.serviceType(),
                        card.declineReason().orElse(""),
                        card.question().orElse(""),
                        card.outcome().orElse("")))));
    }

    boolean leads(CaseId caseId, Caller caller) {
        return Sql.of(em, "select lead_organisation_id from case_file where case_id = :case")
                .with("case", caseId.value())
                .first(row -> row.uuid(0))
                .filter(lead -> lead.equals(caller.organisation().value()))
                .isPresent();
    }
}
