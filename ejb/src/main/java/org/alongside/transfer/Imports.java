package org.alongside.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.ImportId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;
import org.alongside.transfer.ImportView.ImportState;

/** The collection of files that were brought, with their rows until they are cases. */
@ApplicationScoped
class Imports {
    private static final int FAULTS_SHOWN = 200;
    private static final int MOST_LISTED = 50;
    private static final String VIEW = """
            select i.import_id, i.requested_by = caller_worker(), w.name, i.uploaded_at, i.format, k.name, i.choice, i.total, i.good, i.bad,
                   i.known, i.opened, i.refused, i.begun_at, i.moved_at, i.ended_at, i.discarded_at
              from case_import i join worker w on w.worker_id = i.requested_by join worker k on k.worker_id = i.caseworker_id
            """;

    @PersistenceContext
    EntityManager em;

    /** A row as it is kept until its case is open. */
    record Kept(int line, String key, String content) {}

    /** What is known of a file when its rows are read again. */
    record Head(
            String format,
            List<String> columns,
            WorkerId caseworker,
            String legalBasis,
            Optional<String> everyone,
            int opened,
            boolean running) {}

    /** Who may lead a brought case, and in which team. */
    record Lead(WorkerId worker, String name, TeamId team) {}

    void add(ImportId id, Caller caller, NewImport file, Looked looked, String everyone) {
        Sql.of(em, """
                        insert into case_import (import_id, organisation_id, requested_by, uploaded_at, format, file_hash, columns, caseworker_id,
                                                 legal_basis, everyone, total, good, bad, known)
                        values (:id, :organisation, :worker, :now, :format, :hash, :columns, :caseworker, :basis, cast(:everyone as jsonb),
                                :total, :good, :bad, :known)
                        """)
                .with("id", id.value())
                .with("organisation", caller.organisation().value())
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .with("format", file.format())
                .with("hash", looked.hash())
                .with("columns", looked.columns())
                .with("caseworker", file.caseworker().value())
                .with("basis", file.legalBasis())
                .with("everyone", everyone)
                .with("total", looked.rows().size())
                .with("good", looked.good())
                .with("bad", looked.bad())
                .with("known", looked.known())
                .change();
        Sql.of(em, """
                        insert into case_import_row (import_id, line, key, content, state)
                        select :id, cast(r.line as int), r.key, case r.state when 'WAITING' then r.content end, r.state
                          from unnest(:lines, :keys, :contents, :states) r (line, key, content, state)
                        """)
                .with("id", id.value())
                .with("lines", looked.each(row -> String.valueOf(row.line())))
                .with("keys", looked.each(Looked.Row::key))
                .with("contents", looked.each(Looked.Row::content))
                .with("states", looked.each(Looked.Row::state))
                .change();
        note(id, looked.faults());
    }

    /** Writes down what is wrong in rows; one statement for all of them. */
    void note(ImportId id, List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        List<String> positions = new ArrayList<>();
        for (int at = 0; at < faults.size(); at++) {
            positions.add(String.valueOf(at));
        }
        Sql.of(em, """
                        insert into case_import_fault (import_id, line, position, column_name, code, mentions)
                        select :id, cast(f.line as int), cast(f.position as int), f.name, f.code, coalesce(string_to_array(nullif(f.mentions, ''), ','), '{}')
                          from unnest(:lines, :positions, :names, :codes, :mentions) f (line, position, name, code, mentions)
                        """)
                .with("id", id.value())
                .with(
                        "lines",
                        faults.stream().map(one -> String.valueOf(one.line())).toList())
                .with("positions", positions)
                .with("names", faults.stream().map(Fault::column).toList())
                .with("codes", faults.stream().map(Fault::code).toList())
                .with(
                        "mentions",
                        faults.stream()
                                .map(one -> String.join(",", one.values()))
                                .toList())
                .change();
    }

    /** Those of the keys that became cases of the caller's house before. */
    Set<String> known(Caller caller, List<String> keys) {
        return new HashSet<>(
                Sql.of(em, "select key from imported_record where organisation_id = :organisation and key = any(:keys)")
                        .with("organisation", caller.organisation().value())
                        .with("keys", keys)
                        .rows(row -> row.text(0)));
    }

    /** The caseworkers of the teams that the caller supervises. */
    List<Lead> leads() {
        return Sql.of(em, """
                        select w.worker_id, w.name, min(cast(m.team_id as text))
                          from team_member m join team t using (team_id) join worker w using (worker_id) join worker_role r using (worker_id)
                         where r.role_code = 'CW' and t.reach = 'PERSON' and supervises(m.team_id) and belongs_to(w.worker_id, m.team_id)
                         group by 1, 2 order by 2, 1
                        """).rows(row -> new Lead(new WorkerId(row.uuid(0)), row.text(1), TeamId.of(row.text(2))));
    }

    Optional<WorkerId> requestedBy(ImportId id) {
        return Sql.of(em, "select requested_by from case_import where import_id = :id")
                .with("id", id.value())
                .first(row -> new WorkerId(row.uuid(0)));
    }

    List<ImportView> list() {
        return Sql.of(em, VIEW + " order by i.uploaded_at desc, i.import_id limit " + MOST_LISTED)
                .rows(row -> view(row, List.of()));
    }

    /** Those of the caller that have ended since they looked. */
    List<ImportView> finished() {
        return Sql.of(
                        em,
                        VIEW
                                + " where i.requested_by = caller_worker() and i.ended_at is not null and i.seen_at is null order by i.ended_at limit "
                                + MOST_LISTED)
                .rows(row -> view(row, List.of()));
    }

    /** The one who brought it has seen that it has ended. */
    void seen(ImportId id, Caller caller) {
        Sql.of(
                        em,
                        "update case_import set seen_at = :now where import_id = :id and ended_at is not null and seen_at is null")
                .with("now", caller.now())
                .with("id", id.value())
                .change();
    }

    Optional<ImportView> view(ImportId id) {
        List<Fault> faults = Sql.of(em, """
                        select line, column_name, code, array_to_string(mentions, ',') from case_import_fault
                         where import_id = :id order by line, position limit :most
                        """)
                .with("id", id.value())
                .with("most", FAULTS_SHOWN)
                .rows(row -> new Fault(row.number(0), row.text(1), row.text(2), row.codes(3)));
        return Sql.of(em, VIEW + " where i.import_id = :id")
                .with("id", id.value())
                .first(row -> view(row, faults));
    }

    private static ImportView view(Row row, List<Fault> faults) {
        ImportState state = row.has(16)
                ? ImportState.DISCARDED
                : row.has(15) ? ImportState.ENDED : row.has(13) ? ImportState.RUNNING : ImportState.CHECKED;
        return new ImportView(
                new ImportId(row.uuid(0)),
                row.yes(1),
                row.text(2),
                row.instant(3),
                row.text(4),
                row.text(5),
                state,
                Optional.ofNullable(row.text(6)),
                row.number(7),
                row.number(8),
                row.number(9),
                row.number(10),
                row.number(11),
                row.number(12),
                row.when(13),
                row.when(14),
                row.when(15),
                faults);
    }

    /** Begins it, once: answers whether it was there to be begun. */
    boolean begin(ImportId id, String choice, Caller caller) {
        return Sql.of(em, """
                        update case_import set choice = :choice, begun_at = :now, moved_at = :now
                         where import_id = :id and begun_at is null and discarded_at is null
                        """)
                        .with("choice", choice)
                        .with("now", caller.now())
                        .with("id", id.value())
                        .change()
                == 1;
    }

    boolean discard(ImportId id, Caller caller) {
        boolean discarded = Sql.of(
                                em,
                                "update case_import set discarded_at = :now where import_id = :id and begun_at is null and discarded_at is null")
                        .with("now", caller.now())
                        .with("id", id.value())
                        .change()
                == 1;
        forget(id);
        return discarded;
    }

    /** Erases what is left of the rows. */
    void forget(ImportId id) {
        Sql.of(em, "update case_import_row set content = null where import_id = :id and content is not null")
                .with("id", id.value())
                .change();
    }

    /** Held until the transaction ends, so that no two open the same rows. */
    Optional<Head> hold(ImportId id) {
        return Sql.of(em, """
                        select format, array_to_string(columns, ','), caseworker_id, legal_basis, cast(everyone as text), opened,
                               begun_at is not null and ended_at is null
                          from case_import where import_id = :id for update
                        """)
                .with("id", id.value())
                .first(row -> new Head(
                        row.text(0),
                        row.codes(1),
                        new WorkerId(row.uuid(2)),
                        row.text(3),
                        Optional.ofNullable(row.text(4)),
                        row.number(5),
                        row.yes(6)));
    }

    /** The next rows that wait, by line. */
    List<Kept> next(ImportId id, int most) {
        return Sql.of(em, """
                        select line, key, content from case_import_row where import_id = :id and state = 'WAITING' order by line limit :most
                        """)
                .with("id", id.value())
                .with("most", most)
                .rows(row -> new Kept(row.number(0), row.text(1), row.text(2)));
    }

    /** Claims a record for a case; false: it is a case already. */
    boolean claim(Caller caller, String key, CaseId caseId) {
        return Sql.of(em, """
                        insert into imported_record (organisation_id, key, case_id, imported_at) values (:organisation, :key, :case, :now)
                        on conflict do nothing
                        """)
                        .with("organisation", caller.organisation().value())
                        .with("key", key)
                        .with("case", caseId.value())
                        .with("now", caller.now())
                        .change()
                == 1;
    }

    /** Marks rows and erases them. */
    void settle(ImportId id, List<String> lines, String state) {
        Sql.of(em, """
                        update case_import_row set state = :state, content = null
                         where import_id = :id and line = any(cast(:lines as int[]))
                        """)
                .with("state", state)
                .with("id", id.value())
                .with("lines", lines)
                .change();
    }

    void moved(ImportId id, int opened, int refused, Caller caller) {
        Sql.of(em, """
                        update case_import set opened = opened + :opened, refused = refused + :refused, moved_at = :now where import_id = :id
                        """)
                .with("opened", opened)
                .with("refused", refused)
                .with("now", caller.now())
                .with("id", id.value())
                .change();
    }

    void end(ImportId id, Caller caller) {
        Sql.of(em, "update case_import set ended_at = :now where import_id = :id")
                .with("now", caller.now())
                .with("id", id.value())
                .change();
        forget(id);
    }
}
