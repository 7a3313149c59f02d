package org.alongside.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.shared.ExportId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.transfer.ExportView.ExportState;

/** The collection of requests to take cases out, with the encrypted file until it is fetched. */
@ApplicationScoped
class Exports {
    private static final int MOST_LISTED = 50;
    private static final Duration APPROVAL_STANDS = Duration.ofDays(7);
    private static final String VIEW = """
            select x.export_id, x.requested_by = caller_worker(), w.name, x.requested_at, x.reason, d.name, x.approved_at, x.refused_at,
                   x.packing_asked_at, x.packed_at, x.cases, x.lost_at, x.fetched_at, x.expires_at
              from case_export x join worker w on w.worker_id = x.requested_by left join worker d on d.worker_id = x.decided_by
            """;

    @PersistenceContext
    EntityManager em;

    void add(ExportId id, String reason, Caller caller) {
        Sql.of(em, """
                        insert into case_export (export_id, organisation_id, requested_by, requested_at, reason)
                        values (:id, :organisation, :worker, :now, :reason)
                        """)
                .with("id", id.value())
                .with("organisation", caller.organisation().value())
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .with("reason", reason)
                .change();
    }

    List<ExportView> list(Instant now) {
        return Sql.of(em, VIEW + " order by x.requested_at desc, x.export_id limit " + MOST_LISTED)
                .rows(row -> view(row, now));
    }

    Optional<ExportView> view(ExportId id, Instant now) {
        return Sql.of(em, VIEW + " where x.export_id = :id")
                .with("id", id.value())
                .first(row -> view(row, now));
    }

    private static ExportView view(Row row, Instant now) {
        return new ExportView(
                new ExportId(row.uuid(0)),
                row.yes(1),
                row.text(2),
                row.instant(3),
                row.text(4),
                state(row, now),
                Optional.ofNullable(row.text(5)),
                row.when(6).or(() -> row.when(7)),
                row.has(10) ? Optional.of(row.number(10)) : Optional.empty(),
                row.has(11) && !row.has(8),
                row.when(13));
    }

    private static ExportState state(Row row, Instant now) {
        if (row.has(12)) {
            return ExportState.FETCHED;
        }
        if (row.has(9)) {
            return row.instant(13).isAfter(now) ? ExportState.READY : ExportState.EXPIRED;
        }
        if (row.has(8)) {
            return ExportState.PACKING;
        }
        if (row.has(6)) {
            return row.instant(6).plus(APPROVAL_STANDS).isAfter(now) ? ExportState.APPROVED : ExportState.EXPIRED;
        }
        return row.has(7) ? ExportState.REFUSED : ExportState.ASKED;
    }

    /** Says yes or no; the database refuses whoever asked for it. */
    void decide(ExportId id, boolean approve) {
        Sql.of(em, "select cast(export_decide(:id, :approve) as text)")
                .with("id", id.value())
                .with("approve", approve)
                .run();
    }

    boolean askPacking(ExportId id, Caller caller) {
        return Sql.of(em, """
                        update case_export set packing_asked_at = :now, lost_at = null
                         where export_id = :id and packing_asked_at is null and approved_at > :oldest
                        """)
                        .with("now", caller.now())
                        .with("oldest", caller.now().minus(APPROVAL_STANDS))
                        .with("id", id.value())
                        .change()
                == 1;
    }

    /** Held until the transaction ends; whether it still is to be packed. */
    boolean hold(ExportId id) {
        return Sql.of(
                        em,
                        "select packing_asked_at is not null and packed_at is null from case_export where export_id = :id for update")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    void lost(ExportId id, Caller caller) {
        Sql.of(em, "update case_export set lost_at = :now, packing_asked_at = null where export_id = :id")
                .with("now", caller.now())
                .with("id", id.value())
                .change();
    }

    void packed(ExportId id, byte[] file, int cases, Instant expires, Caller caller) {
        Sql.of(em, "insert into case_export_file (export_id, content) values (:id, :content)")
                .with("id", id.value())
                .with("content", file)
                .change();
        Sql.of(
                        em,
                        "update case_export set packed_at = :now, cases = :cases, expires_at = :expires where export_id = :id")
                .with("now", caller.now())
                .with("cases", cases)
                .with("expires", expires)
                .with("id", id.value())
                .change();
    }

    /** Hands the file out and erases it: a second one who asks at the same time waits, and finds nothing. */
    Optional<byte[]> fetch(ExportId id, Caller caller) {
        int mine =
                Sql.of(em, """
                        update case_export set fetched_at = :now
                         where export_id = :id and packed_at is not null and fetched_at is null and expires_at > :now
                        """).with("now", caller.now()).with("id", id.value()).change();
        if (mine == 0) {
            return Optional.empty();
        }
        Optional<byte[]> file = Sql.of(em, "select content from case_export_file where export_id = :id")
                .with("id", id.value())
                .first(row -> row.bytes(0));
        Sql.of(em, "delete from case_export_file where export_id = :id")
                .with("id", id.value())
                .change();
        return file;
    }
}
