package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.proceeding.DeadlineEvent.DeadlineOver;
import org.alongside.proceeding.DeadlineEvent.DeadlineSet;
import org.alongside.proceeding.DeadlineTimes.Warnings;
import org.alongside.proceeding.DeadlineView.DeadlineFile;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of deadlines and permits, and what is told of them when they begin to run and end. */
@ApplicationScoped
class DeadlineRecords {
    private static final String MISSED = "MISSED";
    private static final String MANDATE = "MANDATE";

    @PersistenceContext
    EntityManager em;

    @Inject
    Instance<DeadlineTimes> times;

    @Inject
    Event<DeadlineEvent> events;

    /** Those of a matter, those that run first and the nearest foremost. */
    List<DeadlineView> of(MatterId matter) {
        return Sql.of(em, """
                        select d.deadline_id, d.kind, d.due_on, d.outcome, f.deadline_id is not null, f.event, f.event_on, f.reckoned_on, f.permit,
                               f.issued_on, f.note, f.mandate_id
                          from legal_deadline d left join legal_deadline_file f using (deadline_id)
                         where d.matter_id = :matter
                         order by d.ended_at is not null, case when d.ended_at is null then d.due_on end, d.due_on desc, d.deadline_id
                        """)
                .with("matter", matter.value())
                .rows(row -> new DeadlineView(
                        row.uuid(0),
                        row.text(1),
                        row.date(2),
                        Optional.ofNullable(row.text(3)),
                        row.yes(4)
                                ? Optional.of(new DeadlineFile(
                                        Optional.ofNullable(row.text(5)),
                                        Optional.ofNullable(row.date(6)),
                                        Optional.ofNullable(row.date(7)),
                                        Optional.ofNullable(row.text(8)),
                                        Optional.ofNullable(row.date(9)),
                                        Optional.ofNullable(row.text(10)),
                                        Optional.ofNullable(row.uuid(11))))
                                : Optional.empty()));
    }

    void add(
            UUID id,
            MatterId matter,
            OfMatter of,
            String kind,
            LocalDate dueOn,
            ZoneId zone,
            DeadlineFile file,
            UUID renews) {
        Sql.of(em, """
                        insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
                        values (:id, :matter, :case, :house, :kind, :due, :zone)
                        """)
                .with("id", id)
                .with("matter", matter.value())
                .with("case", of.caseId().value())
                .with("house", of.lawyers().value())
                .with("kind", kind)
                .with("due", dueOn)
                .with("zone", zone.getId())
                .change();
        Sql.of(em, """
                        insert into legal_deadline_file (deadline_id, matter_id, case_id, organisation_id, event, event_on, reckoned_on, permit,
                                                         issued_on, renews, note, mandate_id)
                        values (:id, :matter, :case, :house, :event, :eventOn, :reckoned, :permit, :issued, :renews, :note, :mandate)
                        """)
                .with("id", id)
                .with("matter", matter.value())
                .with("case", of.caseId().value())
                .with("house", of.lawyers().value())
                .with("event", file.event().orElse(null))
                .with("eventOn", file.eventOn().orElse(null))
                .with("reckoned", file.reckonedOn().orElse(null))
                .with("permit", file.permit().orElse(null))
                .with("issued", file.issuedOn().orElse(null))
                .with("renews", renews)
                .with("note", MatterRules.stripped(file.note().orElse(null)))
                .with("mandate", file.mandate().orElse(null))
                .change();
    }

    /** Ends one that runs; refuses {@code ended-already}, {@code in-the-future} for what is said to be missed before its day, and where the matter has none such. */
    void end(MatterId matter, UUID id, String outcome, Caller caller) {
        Running one = Sql.of(em, """
                        select ended_at is null, due_on > (cast(:now as timestamptz) at time zone zone)::date
                          from legal_deadline where deadline_id = :id and matter_id = :matter for no key update
                        """)
                .with("now", caller.now())
                .with("id", id)
                .with("matter", matter.value())
                .first(row -> new Running(row.yes(0), row.yes(1)))
                .orElseThrow(Refusal::notThere);
        if (!one.runs()) {
            throw Refusal.wrongState("ended-already");
        }
        if (one.ahead() && MISSED.equals(outcome)) {
            throw Refusal.invalid("outcome", "in-the-future");
        }
        Sql.of(em, "update legal_deadline set outcome = :outcome, ended_at = :now where deadline_id = :id")
                .with("id", id)
                .with("outcome", outcome)
                .with("now", caller.now())
                .change();
    }

    /** Whether one still runs, and whether its day is still to come where the court is. */
    private record Running(boolean runs, boolean ahead) {}

    /** One that runs, for its clock. */
    private record State(UUID id, OrganisationId lawyers, String kind, LocalDate dueOn, ZoneId zone) {}

    private Map<UUID, State> running(MatterId matter) {
        return Sql.of(em, """
                        select d.deadline_id, d.organisation_id, case when f.mandate_id is null then d.kind else 'MANDATE' end, d.due_on, d.zone
                          from legal_deadline d left join legal_deadline_file f using (deadline_id)
                         where d.matter_id = :matter and d.ended_at is null
                        """)
                .with("matter", matter.value())
                .rows(row -> new State(
                        row.uuid(0), new OrganisationId(row.uuid(1)), row.text(2), row.date(3), ZoneId.of(row.text(4))))
                .stream()
                .collect(Collectors.toMap(State::id, Function.identity()));
    }

    /** Tells what a change did to the deadlines of a matter, whichever door it came through. */
    void following(MatterId matter, Runnable change) {
        Map<UUID, State> before = running(matter);
        change.run();
        Map<UUID, State> after = running(matter);
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> events.fire(new DeadlineOver(id)));
        after.values().stream().filter(now -> !before.containsKey(now.id())).forEach(now -> events.fire(set(now)));
    }

    private DeadlineSet set(State deadline) {
        return set(deadline.id(), deadline.lawyers(), deadline.kind(), deadline.dueOn(), deadline.zone());
    }

    /** Warned is by the calendar of the zone in which the day ends, from its beginning on. */
    DeadlineSet set(UUID id, OrganisationId lawyers, String kind, LocalDate dueOn, ZoneId zone) {
        Warnings warnings = times.get().of(kind);
        var begins = dueOn.atStartOfDay(zone).toInstant();
        return new DeadlineSet(
                id,
                lawyers,
                HearingTimes.before(begins, warnings.askBefore(), zone),
                HearingTimes.before(begins, warnings.remindBefore(), zone),
                HearingTimes.before(begins, warnings.supervisorBefore(), zone),
                dueOn.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Ends the last days of mandates of a matter: of that one alone, or of all where it is null. */
    void mandateOver(MatterId matter, UUID mandate, Caller caller) {
        following(matter, () -> of(matter).stream()
                .filter(one -> one.outcome().isEmpty()
                        && one.file()
                                .flatMap(DeadlineFile::mandate)
                                .filter(of -> mandate == null || of.equals(mandate))
                                .isPresent())
                .forEach(one -> end(matter, one.id(), "NOT_NEEDED", caller)));
    }

    /** Warns of each mandate of a case that was signed by a guardian, where nobody decides for her in legal matters any more. */
    void mandatesLeftAlone(CaseId caseId) {
        Sql.of(
                        em,
                        "select deadline_id, organisation_id, due_on, zone, array_to_string(instead_of, ',') from mandates_left_alone(:case)")
                .with("case", caseId.value())
                .rows(row -> Map.entry(
                        set(row.uuid(0), new OrganisationId(row.uuid(1)), MANDATE, row.date(2), ZoneId.of(row.text(3))),
                        row.codes(4)))
                .forEach(one -> {
                    one.getValue().forEach(id -> events.fire(new DeadlineOver(UUID.fromString(id))));
                    events.fire(one.getKey());
                });
    }

    /** With the file nobody is asked any more. */
    void closed(CaseId caseId) {
        Sql.of(em, "select deadline_id from legal_deadline where case_id = :case and ended_at is null")
                .with("case", caseId.value())
                .rows(row -> row.uuid(0))
                .forEach(id -> events.fire(new DeadlineOver(id)));
    }
}
