package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.proceeding.HearingView.HearingFile;
import org.alongside.proceeding.HearingView.Protection;
import org.alongside.proceeding.MatterView.Support;
import org.alongside.proceeding.NewHearingDay.NewHearingResult;
import org.alongside.proceeding.NewHearingDay.NewProtectionAnswer;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;

/** The collection of hearings; the database shows each reader what is theirs. */
@ApplicationScoped
class HearingRecords {
    private static final String THERE_ALREADY = "23505";

    @PersistenceContext
    EntityManager em;

    /** Whose a matter is, since when it is open, whether it is closed, and whether the case may go into it, as far as the caller may know it. */
    record OfMatter(CaseId caseId, OrganisationId lawyers, Instant openedAt, boolean closed, boolean checked) {
        /** The same; refuses {@code matter-closed}. */
        OfMatter open() {
            if (closed) {
                throw Refusal.wrongState("matter-closed");
            }
            return this;
        }

        /** The same; refuses {@code check-first} before the check for conflicts is clear. */
        OfMatter afterTheCheck() {
            if (!checked) {
                throw Refusal.wrongState("check-first");
            }
            return this;
        }
    }

    OfMatter matter(MatterId id) {
        return Sql.of(em, """
                        select m.case_id, m.organisation_id, m.opened_at, s.stage = 'CLOSED',
                               coalesce((select c.result <> 'CONFLICT' from conflict_check c
                                          where c.matter_id = m.matter_id order by c.checked_at desc limit 1),
                                        s.entered is distinct from 'ADVICE')
                          from matter m left join matter_stage s using (matter_id) where m.matter_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new OfMatter(
                        new CaseId(row.uuid(0)),
                        new OrganisationId(row.uuid(1)),
                        row.instant(2),
                        row.yes(3),
                        row.yes(4)))
                .orElseThrow(Refusal::notThere);
    }

    /** The same, for who is about to move it: whoever comes second waits. */
    OfMatter hold(MatterId id) {
        Sql.of(em, "select true from matter where matter_id = :id for no key update")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElseThrow(Refusal::notThere);
        return matter(id);
    }

    /** The hearings of a matter, those to come first and the next of them foremost; three statements, however many there are. */
    List<HearingView> of(MatterId matter, Caller caller) {
        Map<UUID, List<Protection>> protections = protections(matter);
        Map<String, Doing> doing = doing(matter, caller);
        return Sql.of(em, """
                        select h.hearing_id, h.hearing_at, h.place, array_to_string(h.needs, ','), array_to_string(h.arranged, ','), h.result,
                               f.type, f.mode, f.note, h.version
                          from hearing h left join hearing_file f using (hearing_id)
                         where h.matter_id = :matter
                         order by h.ended_at is not null, case when h.ended_at is null then h.hearing_at end, h.hearing_at desc, h.hearing_id
                        """).with("matter", matter.value()).rows(row -> {
            List<String> arranged = row.codes(4);
            Instant at = row.instant(1);
            return new HearingView(
                    row.uuid(0),
                    at,
                    row.text(2),
                    row.codes(3).stream()
                            .map(need -> support(need, arranged, doing.get(at + " " + need)))
                            .toList(),
                    protections.getOrDefault(row.uuid(0), List.of()),
                    Optional.ofNullable(row.text(5)),
                    Optional.ofNullable(row.text(6))
                            .map(type -> new HearingFile(type, row.text(7), Optional.ofNullable(row.text(8)))),
                    row.number(9));
        });
    }

    private static Support support(String need, List<String> arranged, Doing doing) {
        return new Support(
                need,
                arranged.contains(need),
                Optional.ofNullable(doing).map(Doing::name),
                doing != null && doing.ours());
    }

    private Map<UUID, List<Protection>> protections(MatterId matter) {
        Map<UUID, List<Protection>> found = new HashMap<>();
        Sql.of(
                        em,
                        "select hearing_id, measure, asked_on, answer, answered_on from hearing_protection where matter_id = :matter order by measure")
                .with("matter", matter.value())
                .rows(row -> found.computeIfAbsent(row.uuid(0), id -> new ArrayList<>())
                        .add(new Protection(
                                row.text(1),
                                row.date(2),
                                Optional.ofNullable(row.text(3)),
                                Optional.ofNullable(row.date(4)))));
        return found;
    }

    /** Who does what at which time, as far as the caller may know that they help her. */
    private Map<String, Doing> doing(MatterId matter, Caller caller) {
        Map<String, Doing> doing = new HashMap<>();
        Sql.of(em, """
                        select s.hearing_at, s.need, o.name, s.organisation_id = :house
                          from hearing_support s join organisation o using (organisation_id) where s.matter_id = :matter
                        """)
                .with("house", caller.organisation().value())
                .with("matter", matter.value())
                .rows(row -> doing.put(row.instant(0) + " " + row.text(1), new Doing(row.text(2), row.yes(3))));
        return doing;
    }

    private record Doing(String name, boolean ours) {}

    /** A hearing about to be changed, with what she needs there; held until the end of the transaction. */
    record Held(Instant at, List<String> needs, List<String> arranged, boolean over, int version) {}

    Held hold(MatterId matter, UUID hearing) {
        return held(matter, hearing, " for no key update");
    }

    /** A hearing as it stands, for who may know it and not change it. */
    Held look(MatterId matter, UUID hearing) {
        return held(matter, hearing, "");
    }

    private Held held(MatterId matter, UUID hearing, String locking) {
        return Sql.of(em, """
                        select hearing_at, array_to_string(needs, ','), array_to_string(arranged, ','), ended_at is not null, version
                          from hearing where hearing_id = :id and matter_id = :matter
                        """ + locking)
                .with("id", hearing)
                .with("matter", matter.value())
                .first(row -> new Held(row.instant(0), row.codes(1), row.codes(2), row.yes(3), row.number(4)))
                .orElseThrow(Refusal::notThere);
    }

    void add(UUID id, MatterId matter, OfMatter of, NewHearingDay day, LocalDate today) {
        try {
            Sql.of(em, """
                            insert into hearing (hearing_id, matter_id, case_id, organisation_id, hearing_at, place, needs)
                            values (:id, :matter, :case, :house, :at, :place, :needs)
                            """)
                    .with("id", id)
                    .with("matter", matter.value())
                    .with("case", of.caseId().value())
                    .with("house", of.lawyers().value())
                    .with("at", day.at())
                    .with("place", day.place())
                    .with("needs", day.needs())
                    .change();
        } catch (Failed failed) {
            throw twice(failed);
        }
        file(id, matter, of, day.type(), day.mode());
        protect(id, matter, of, day, today);
    }

    /** Of what kind it is and how she takes part; written anew where it is there. */
    void file(UUID id, MatterId matter, OfMatter of, String type, String mode) {
        int there = Sql.of(em, "update hearing_file set type = :type, mode = :mode where hearing_id = :id")
                .with("id", id)
                .with("type", type)
                .with("mode", mode)
                .change();
        if (there == 0) {
            Sql.of(em, """
                            insert into hearing_file (hearing_id, matter_id, case_id, organisation_id, type, mode)
                            values (:id, :matter, :case, :house, :type, :mode)
                            """)
                    .with("id", id)
                    .with("matter", matter.value())
                    .with("case", of.caseId().value())
                    .with("house", of.lawyers().value())
                    .with("type", type)
                    .with("mode", mode)
                    .change();
        }
    }

    void change(UUID id, MatterId matter, OfMatter of, NewHearingDay day, LocalDate today) {
        try {
            Sql.of(
                            em,
                            "update hearing set hearing_at = :at, place = :place, needs = :needs, version = version + 1 where hearing_id = :id")
                    .with("id", id)
                    .with("at", day.at())
                    .with("place", day.place())
                    .with("needs", day.needs())
                    .change();
        } catch (Failed failed) {
            throw twice(failed);
        }
        file(id, matter, of, day.type(), day.mode());
        Sql.of(
                        em,
                        "delete from hearing_protection where hearing_id = :id and answer is null and measure <> all (:measures)")
                .with("id", id)
                .with("measures", day.protection())
                .change();
        protect(id, matter, of, day, today);
    }

    /** Two hearings of a matter at one time are one. */
    static RuntimeException twice(Failed failed) {
        return THERE_ALREADY.equals(failed.state()) ? Refusal.wrongState("hearing-there-already") : failed;
    }

    private void protect(UUID id, MatterId matter, OfMatter of, NewHearingDay day, LocalDate today) {
        Sql.of(em, """
                        insert into hearing_protection (hearing_id, matter_id, case_id, organisation_id, measure, asked_on)
                        select :id, :matter, :case, :house, m, :today from unnest(:measures) m on conflict do nothing
                        """)
                .with("id", id)
                .with("matter", matter.value())
                .with("case", of.caseId().value())
                .with("house", of.lawyers().value())
                .with("measures", day.protection())
                .with("today", today)
                .change();
    }

    /** On which day it was asked for, if it was. */
    Optional<LocalDate> askedOn(UUID hearing, String measure) {
        return Sql.of(em, "select asked_on from hearing_protection where hearing_id = :id and measure = :measure")
                .with("id", hearing)
                .with("measure", measure)
                .first(row -> row.date(0));
    }

    void answer(UUID hearing, NewProtectionAnswer answer, LocalDate on) {
        Sql.of(
                        em,
                        "update hearing_protection set answer = :answer, answered_on = :on where hearing_id = :id and measure = :measure")
                .with("id", hearing)
                .with("measure", answer.measure())
                .with("answer", answer.answer())
                .with("on", on)
                .change();
    }

    void end(UUID hearing, NewHearingResult result, Caller caller) {
        Sql.of(em, "update hearing set result = :result, ended_at = :now, version = version + 1 where hearing_id = :id")
                .with("id", hearing)
                .with("result", result.result())
                .with("now", caller.now())
                .change();
        Sql.of(em, "update hearing_file set note = :note where hearing_id = :id")
                .with("id", hearing)
                .with("note", MatterRules.stripped(result.note()))
                .change();
    }

    void take(MatterId matter, OfMatter of, String need, Instant at, Caller caller) {
        Sql.of(em, """
                        insert into hearing_support (matter_id, need, hearing_at, case_id, organisation_id, worker_id, taken_at)
                        values (:matter, :need, :at, :case, :house, :worker, :now)
                        """)
                .with("matter", matter.value())
                .with("need", need)
                .with("at", at)
                .with("case", of.caseId().value())
                .with("house", caller.organisation().value())
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .run();
    }

    /** Whether the caller's organisation did it until now. */
    boolean giveBack(MatterId matter, String need, Instant at, Caller caller) {
        return Sql.of(em, """
                        delete from hearing_support
                         where matter_id = :matter and need = :need and hearing_at = :at and organisation_id = :house
                        """)
                        .with("matter", matter.value())
                        .with("need", need)
                        .with("at", at)
                        .with("house", caller.organisation().value())
                        .change()
                == 1;
    }

    /** Its time has come: what comes next in the matter is another one. */
    void passed(UUID hearing) {
        Sql.of(em, "select hearing_passed(:id)").with("id", hearing).run();
    }

    /** A hearing for its clock. */
    record State(UUID id, OrganisationId lead, OrganisationId lawyers, Instant at, boolean missing) {}

    /** The hearings of a matter of which nobody has said what became of them, by their id. */
    Map<UUID, State> states(MatterId matter) {
        return Sql.of(em, """
                        select hearing_id, lead_organisation_id, organisation_id, hearing_at, not needs <@ arranged
                          from hearing where matter_id = :matter and ended_at is null
                        """)
                .with("matter", matter.value())
                .rows(row -> new State(
                        row.uuid(0),
                        new OrganisationId(row.uuid(1)),
                        new OrganisationId(row.uuid(2)),
                        row.instant(3),
                        row.yes(4)))
                .stream()
                .collect(Collectors.toMap(State::id, Function.identity()));
    }

    /** The hearings of a case of which nobody has said what became of them. */
    List<UUID> open(CaseId caseId) {
        return Sql.of(em, "select hearing_id from hearing where case_id = :case and ended_at is null")
                .with("case", caseId.value())
                .rows(row -> row.uuid(0));
    }
}
