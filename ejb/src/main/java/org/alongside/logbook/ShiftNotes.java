package org.alongside.logbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.logbook.Logbook.HousePerson;
import org.alongside.logbook.Logbook.ShiftColleague;
import org.alongside.logbook.Logbook.ShiftLine;
import org.alongside.logbook.Logbook.ShiftNote;
import org.alongside.logbook.NewShiftNote.NewShiftLine;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.ShiftLineId;
import org.alongside.shared.ShiftNoteId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** The collection of what shifts left to each other; lines about somebody are read by who may know her alone. */
@ApplicationScoped
class ShiftNotes {
    private static final int MOST_NOTES = 100;
    private static final int MOST_OPEN = 100;

    private static final String LINES = """
            select l.shift_note_id, l.shift_line_id, l.kind, l.words, l.case_id, c.case_code, i.preferred_name, l.due_at, l.done_at, w.name
              from shift_line l
              left join case_file c on c.case_id = l.case_id
              left join identity_minimum i on i.case_id = l.case_id
              left join worker w on w.worker_id = l.done_by
            """;

    @PersistenceContext
    EntityManager em;

    Optional<String> codeName(FacilityId house) {
        return Sql.of(em, "select code_name from facility where facility_id = :house")
                .with("house", house.value())
                .first(row -> row.text(0));
    }

    /** The newest of a house with their lines, at most a hundred. */
    List<ShiftNote> newest(FacilityId house, Caller caller) {
        Map<UUID, List<ShiftLine>> lines = new HashMap<>();
        Sql.of(em, LINES + """
                         where l.shift_note_id in (select n.shift_note_id from shift_note n where n.facility_id = :house
                                                    order by n.written_at desc limit :most)
                         order by l.shift_note_id, l.place
                        """)
                .with("house", house.value())
                .with("most", MOST_NOTES)
                .rows(row -> lines.computeIfAbsent(row.uuid(0), note -> new ArrayList<>())
                        .add(line(row)));
        return Sql.of(em, """
                        select n.shift_note_id, n.words, n.written_at, w.name, n.written_by, n.taken_over_at, t.name
                          from shift_note n
                          join worker w on w.worker_id = n.written_by
                          left join worker t on t.worker_id = n.taken_over_by
                         where n.facility_id = :house
                         order by n.written_at desc, n.shift_note_id limit :most
                        """)
                .with("house", house.value())
                .with("most", MOST_NOTES)
                .rows(row -> new ShiftNote(
                        new ShiftNoteId(row.uuid(0)),
                        Optional.ofNullable(row.text(1)),
                        row.instant(2),
                        row.text(3),
                        caller.worker().value().equals(row.uuid(4)),
                        row.when(5),
                        Optional.ofNullable(row.text(6)),
                        List.copyOf(lines.getOrDefault(row.uuid(0), List.of()))));
    }

    /** What is still to be done in a house, soonest due first, at most a hundred. */
    List<ShiftLine> open(FacilityId house) {
        return Sql.of(em, LINES + """
                         where l.facility_id = :house and l.kind = 'DO' and l.done_at is null
                         order by l.due_at nulls last, l.shift_line_id limit :most
                        """)
                .with("house", house.value())
                .with("most", MOST_OPEN)
                .rows(ShiftNotes::line);
    }

    /** Of those cases, whose live in that house now, as far as they are the caller's to know. */
    Set<CaseId> livingIn(FacilityId house, Set<CaseId> cases) {
        return housed(house, cases, "p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')");
    }

    /** Of those cases, whose live or have lived in that house. */
    Set<CaseId> whoLivedIn(FacilityId house, Set<CaseId> cases) {
        return housed(house, cases, "p.admitted_at is not null");
    }

    private Set<CaseId> housed(FacilityId house, Set<CaseId> cases, String how) {
        if (cases.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(Sql.of(em, """
                        select distinct p.case_id from placement p
                         where p.facility_id = :house and p.case_id = any (:cases) and places(p.case_id, p.organisation_id) and
                        """ + how)
                .with("house", house.value())
                .with("cases", cases.stream().map(CaseId::value).collect(Collectors.toSet()))
                .rows(row -> new CaseId(row.uuid(0))));
    }

    /** Who works in a house: its shift, and those who manage the organisation's houses. */
    List<ShiftColleague> colleagues(FacilityId house, Caller caller) {
        return Sql.of(em, """
                        select w.worker_id, w.name from worker w
                         where w.organisation_id = :organisation and w.kind = 'PERSON' and (w.left_at is null or w.left_at > :now)
                           and w.worker_id <> :self
                           and (exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code = 'SHM')
                                or exists (select from team_member m join facility f using (team_id)
                                            where f.facility_id = :house and m.worker_id = w.worker_id
                                              and m.from_at <= :now and (m.until_at is null or m.until_at > :now)))
                         order by w.name, w.worker_id
                        """)
                .with("organisation", caller.organisation().value())
                .with("house", house.value())
                .with("now", caller.now())
                .with("self", caller.worker().value())
                .rows(row -> new ShiftColleague(new WorkerId(row.uuid(0)), row.text(1)));
    }

    void add(ShiftNoteId id, FacilityId house, NewShiftNote note, Caller caller) {
        Sql.of(em, """
                        insert into shift_note (shift_note_id, facility_id, organisation_id, words, written_at, written_by)
                        values (:id, :house, :organisation, :words, :now, :worker)
                        """)
                .with("id", id.value())
                .with("house", house.value())
                .with("organisation", caller.organisation().value())
                .with("words", stripped(note.words()))
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
        for (int place = 0; place < note.lines().size(); place++) {
            add(id, house, place, note.lines().get(place), caller);
        }
    }

    private void add(ShiftNoteId note, FacilityId house, int place, NewShiftLine line, Caller caller) {
        Sql.of(em, """
                        insert into shift_line (shift_line_id, shift_note_id, facility_id, organisation_id, place, case_id, kind, words, due_at)
                        values (:id, :note, :house, :organisation, :place, :about, :kind, :words, :due)
                        """)
                .with("id", ShiftLineId.random().value())
                .with("note", note.value())
                .with("house", house.value())
                .with("organisation", caller.organisation().value())
                .with("place", place)
                .with("about", line.about() == null ? null : line.about().value())
                .with("kind", line.kind())
                .with("words", line.words().strip())
                .with("due", line.dueAt())
                .run();
    }

    /** Whose house it is of and whether the caller wrote it and somebody took it over; empty where it is not theirs. */
    Optional<Known> known(ShiftNoteId id, Caller caller) {
        return Sql.of(em, "select written_by, taken_over_at from shift_note where shift_note_id = :id")
                .with("id", id.value())
                .first(row -> new Known(caller.worker().value().equals(row.uuid(0)), row.when(1)));
    }

    /** What the rules ask of a note. */
    record Known(boolean own, Optional<Instant> takenOverAt) {}

    boolean takeOver(ShiftNoteId id, Caller caller) {
        return Sql.of(em, """
                                update shift_note set taken_over_at = :now, taken_over_by = :worker
                                 where shift_note_id = :id and taken_over_at is null
                                """)
                        .with("now", caller.now())
                        .with("worker", caller.worker().value())
                        .with("id", id.value())
                        .change()
                == 1;
    }

    /** A line of that house. */
    Optional<ShiftLine> line(FacilityId house, ShiftLineId id) {
        return Sql.of(em, LINES + " where l.facility_id = :house and l.shift_line_id = :id")
                .with("house", house.value())
                .with("id", id.value())
                .first(ShiftNotes::line);
    }

    boolean finish(ShiftLineId id, Caller caller) {
        return Sql.of(em, """
                                update shift_line set done_at = :now, done_by = :worker
                                 where shift_line_id = :id and kind = 'DO' and done_at is null
                                """)
                        .with("now", caller.now())
                        .with("worker", caller.worker().value())
                        .with("id", id.value())
                        .change()
                == 1;
    }

    private static String stripped(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    private static ShiftLine line(Row row) {
        return new ShiftLine(
                new ShiftLineId(row.uuid(1)),
                row.text(2),
                row.text(3),
                row.has(4)
                        ? Optional.of(
                                new HousePerson(new CaseId(row.uuid(4)), row.text(5), Optional.ofNullable(row.text(6))))
                        : Optional.empty(),
                row.when(7),
                row.when(8),
                Optional.ofNullable(row.text(9)));
    }
}
