package org.alongside.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alongside.disclosure.NotifiedFacts;
import org.alongside.shared.CaseId;
import org.alongside.shared.Cursor;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of notifications without identity, on both sides; the database writes them by its own functions. */
@ApplicationScoped
class Notifications {
    private static final String NUMBER = "N-";

    @PersistenceContext
    EntityManager em;

    /** Until when a notification is to be proposed. */
    record Duty(UUID id, Instant dueAt) {}

    NotificationView of(CaseId caseId) {
        return Sql.of(em, """
                        select j.name, o.name, cast(extract(epoch from j.notified_within) / 86400 as int), array_to_string(j.facts, ','),
                               k.first_contact, k.sex, k.age_band, array_to_string(k.exploitation, ','), notification_obstacle(:case),
                               (select d.due_at from notification_duty d where d.case_id = :case and d.ended_at is null),
                               (select n.disclosure_id from notification n join disclosure d using (disclosure_id)
                                 where n.case_id = :case and d.taken_back_at is null and d.refused_at is null)
                          from jurisdiction j
                          left join organisation o on o.organisation_id = j.authority_id
                          left join notification_facts(:case) k on true
                        """)
                .with("case", caseId.value())
                .first(row -> new NotificationView(
                        row.text(0),
                        Optional.ofNullable(row.text(1)),
                        row.number(2),
                        row.codes(3),
                        NotifiedFacts.of(row, 4),
                        Optional.ofNullable(row.text(8)),
                        row.when(9),
                        Optional.ofNullable(row.uuid(10)).map(DisclosureId::new)))
                .orElseThrow(Refusal::notThere);
    }

    void propose(DisclosureId id, CaseId caseId, NewNotification asked) {
        Sql.of(em, "select cast(notification_propose(:id, :case, cast(:out as text[]), :words) as text)")
                .with("id", id.value())
                .with("case", caseId.value())
                .with("out", asked.leftOut())
                .with(
                        "words",
                        asked.words() == null || asked.words().isBlank()
                                ? null
                                : asked.words().strip())
                .run();
    }

    /** The clock that begins with her refusal, or goes on; empty: nothing is asked, or it runs already. */
    Optional<Duty> begin(CaseId caseId) {
        return Sql.of(em, "select d.duty_id, d.due_at from notification_duty_begin(:new, :case) d")
                .with("new", UUID.randomUUID())
                .with("case", caseId.value())
                .first(row -> row.has(0) ? Optional.of(new Duty(row.uuid(0), row.instant(1))) : Optional.<Duty>empty())
                .orElse(Optional.empty());
    }

    /** The clock that runs. */
    Optional<UUID> running(CaseId caseId) {
        return Sql.of(em, "select duty_id from notification_duty where case_id = :case and ended_at is null")
                .with("case", caseId.value())
                .first(row -> row.uuid(0));
    }

    /** Ends the clock if nothing is asked any more; answers which it was. */
    Optional<UUID> end(CaseId caseId) {
        return Sql.of(em, "select notification_duty_end(:case)")
                .with("case", caseId.value())
                .first(row -> Optional.ofNullable(row.uuid(0)))
                .orElse(Optional.empty());
    }

    /** Ends what was not agreed to where the authority itself took over the lead; empty: it did not. */
    Optional<Ended> endWithLead(HandoverId moved) {
        return Sql.of(em, "select e.case_id, e.duty_id, e.disclosure_id from notification_ends_with_lead(:id) e")
                .with("id", moved.value())
                .first(row -> row.has(0)
                        ? Optional.of(new Ended(
                                new CaseId(row.uuid(0)),
                                Optional.ofNullable(row.uuid(1)),
                                Optional.ofNullable(row.uuid(2)).map(DisclosureId::new)))
                        : Optional.<Ended>empty())
                .orElse(Optional.empty());
    }

    /** The clock that ran, and the proposal that nobody had agreed to. */
    record Ended(CaseId caseId, Optional<UUID> duty, Optional<DisclosureId> proposal) {}

    /** What arrived at the caller's authority, the newest week first. */
    Page<NotifiedAdult> arrived(String cursor, int size) {
        List<String> after = cursor == null ? List.of() : Cursor.read(cursor, 2);
        List<NotifiedAdult> rows = Sql.of(em, """
                        select a.number, a.arrives_on, a.first_contact, a.sex, a.age_band, array_to_string(a.exploitation, ',')
                          from notifications_arrived(:on, :number, :size) a
                        """)
                .with("on", after.isEmpty() ? null : day(after.get(0)))
                .with("number", after.isEmpty() ? null : NUMBER + after.get(1).toUpperCase(Locale.ROOT))
                .with("size", size + 1)
                .rows(row -> new NotifiedAdult(row.text(0), row.date(1), NotifiedFacts.of(row, 2)));
        if (rows.size() <= size) {
            return new Page<>(rows, Optional.empty());
        }
        NotifiedAdult last = rows.get(size - 1);
        return new Page<>(
                rows.subList(0, size),
                Optional.of(Cursor.of(
                        last.arrivedOn(),
                        last.number().substring(NUMBER.length()).toLowerCase(Locale.ROOT))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notOurs) {
            throw Cursor.wrong();
        }
    }
}
