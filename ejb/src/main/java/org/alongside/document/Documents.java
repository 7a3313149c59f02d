package org.alongside.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.code.CodeVersion;
import org.alongside.code.Kept;
import org.alongside.document.DocumentReach.Reader;
import org.alongside.document.DocumentsView.VersionView;
import org.alongside.shared.CaseId;
import org.alongside.shared.Cursor;
import org.alongside.shared.DocumentId;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;

/** The collection of documents; the database shows each reader what is theirs. */
@ApplicationScoped
class Documents {
    private static final String DOCUMENT = """
            select d.document_id, d.case_id, d.organisation_id, d.class, d.category, d.matter_id, d.title, d.latest, d.brought_at,
                   case when may_name(d.case_id, d.organisation_id) then o.name end, d.withdrawn_at, d.withdrawn_for, d.version
              from document d left join organisation o using (organisation_id)
            """;

    private static final String BEFORE_THE_CHECK = "AL220";

    @PersistenceContext
    EntityManager em;

    @Inject
    CodeVersion version;

    private final Kept<List<Reader>> readers = new Kept<>(this::readReaders);

    /** A document as it stands in its row. */
    record Document(
            DocumentId id,
            CaseId caseId,
            OrganisationId house,
            String documentClass,
            Category category,
            Optional<MatterId> matter,
            String title,
            int latest,
            Instant broughtAt,
            Optional<String> houseName,
            Optional<Instant> withdrawnAt,
            Optional<String> withdrawnFor,
            int version) {
        boolean withdrawn() {
            return withdrawnAt.isPresent();
        }
    }

    /** What roles make of classes, as the database has it in this transaction. */
    List<Reader> readers() {
        return readers.at(version.now());
    }

    private List<Reader> readReaders() {
        return Sql.of(em, """
                        select r.class, r.role_code, k.category, r.category, r.depth, r.keeps, r.shared
                          from document_reader r join document_class k using (class) join code c on c.list = 'document_class' and c.code = r.class
                         order by c.position, r.role_code
                        """)
                .rows(row -> new Reader(
                        row.text(0),
                        Role.valueOf(row.text(1)),
                        category(row, 2),
                        category(row, 3),
                        "WHOLE".equals(row.text(4)),
                        row.yes(5),
                        row.yes(6)));
    }

    private static Optional<Category> category(Row row, int at) {
        return row.has(at) ? Optional.of(Category.of(row.number(at))) : Optional.empty();
    }

    Optional<Document> find(DocumentId id) {
        return Sql.of(em, DOCUMENT + " where d.document_id = :id")
                .with("id", id.value())
                .first(Documents::document);
    }

    /** The newest first, those that were withdrawn last. */
    Page<Document> of(CaseId caseId, DocumentQuery query) {
        After after = After.read(query.cursor());
        List<Document> rows = Sql.of(em, DOCUMENT + """
                         where d.case_id = :case and (:titled = '' or strpos(lower(d.title), lower(:titled)) > 0)
                           and (not :goesOn or d.withdrawn_at is not null and not :withdrawn
                                or (d.withdrawn_at is not null) = :withdrawn
                                   and (d.brought_at < :at or d.brought_at = :at and d.document_id > :id))
                         order by d.withdrawn_at is not null, d.brought_at desc, d.document_id limit :size
                        """)
                .with("case", caseId.value())
                .with("titled", query.words())
                .with("goesOn", query.cursor() != null)
                .with("withdrawn", after.withdrawn())
                .with("at", after.at())
                .with("id", after.id())
                .with("size", query.size() + 1)
                .rows(Documents::document);
        if (rows.size() <= query.size()) {
            return new Page<>(rows, Optional.empty());
        }
        Document last = rows.get(query.size() - 1);
        return new Page<>(
                rows.subList(0, query.size()),
                Optional.of(Cursor.of(last.withdrawn() ? 1 : 0, last.broughtAt(), last.id())));
    }

    /** The last row that was read. */
    private record After(boolean withdrawn, Instant at, UUID id) {
        static After read(String cursor) {
            if (cursor == null) {
                return new After(false, Instant.EPOCH, new UUID(0, 0));
            }
            List<String> key = Cursor.read(cursor, 3);
            try {
                return new After("1".equals(key.get(0)), Instant.parse(key.get(1)), UUID.fromString(key.get(2)));
            } catch (DateTimeException | IllegalArgumentException notOurs) {
                throw Cursor.wrong();
            }
        }
    }

    /** Those of a legal matter that still open. */
    List<Document> of(MatterId matter) {
        return Sql.of(em, DOCUMENT + """
                         where d.matter_id = :matter and d.withdrawn_at is null order by d.brought_at desc, d.document_id
                        """).with("matter", matter.value()).rows(Documents::document);
    }

    private static Document document(Row row) {
        return new Document(
                new DocumentId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                new OrganisationId(row.uuid(2)),
                row.text(3),
                Category.of(row.number(4)),
                Optional.ofNullable(row.uuid(5)).map(MatterId::new),
                row.text(6),
                row.number(7),
                row.instant(8),
                Optional.ofNullable(row.text(9)),
                row.when(10),
                Optional.ofNullable(row.text(11)),
                row.number(12));
    }

    List<VersionView> versions(DocumentId id, Caller caller) {
        return Sql.of(em, """
                        select v.number, v.reason, v.type, v.bytes, v.sha256, v.handed_sha256, v.scan, v.recorded_at,
                               case when w.organisation_id = :house then w.name end
                          from document_version v left join worker w on w.worker_id = v.recorded_by
                         where v.document_id = :id order by v.number desc
                        """)
                .with("id", id.value())
                .with("house", caller.organisation().value())
                .rows(row -> new VersionView(
                        row.number(0),
                        Optional.ofNullable(row.text(1)),
                        row.text(2),
                        row.count(3),
                        HexFormat.of().formatHex(row.bytes(4)),
                        HexFormat.of().formatHex(row.bytes(5)),
                        row.text(6),
                        row.instant(7),
                        Optional.ofNullable(row.text(8))));
    }

    /** Refuses {@code check-first} where her lawyers keep it and nothing of the case goes into a matter of theirs yet. */
    void add(DocumentId id, CaseId caseId, NewDocument brought, Category category, Caller caller) {
        try {
            write(id, caseId, brought, category, caller);
        } catch (Failed failed) {
            throw BEFORE_THE_CHECK.equals(failed.state()) ? Refusal.invalid("matter", "check-first") : failed;
        }
    }

    private void write(DocumentId id, CaseId caseId, NewDocument brought, Category category, Caller caller) {
        Sql.of(em, """
                        insert into document (document_id, case_id, organisation_id, class, category, matter_id, title, brought_at, brought_by)
                        values (:id, :case, :house, :class, :category, :matter, :title, :now, :worker)
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("class", brought.documentClass())
                .with("category", category.number())
                .with(
                        "matter",
                        brought.matter() == null ? null : brought.matter().value())
                .with("title", brought.title().strip())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** Holds it until the end of the transaction; answers its newest version. */
    int hold(DocumentId id) {
        return Sql.of(em, "select latest from document where document_id = :id for no key update")
                .with("id", id.value())
                .first(row -> row.number(0))
                .orElseThrow(Refusal::notThere);
    }

    private static void afterTheCheck(Runnable change) {
        try {
            change.run();
        } catch (Failed failed) {
            throw BEFORE_THE_CHECK.equals(failed.state()) ? Refusal.wrongState("check-first") : failed;
        }
    }

    void count(DocumentId id, int number) {
        afterTheCheck(
                () -> Sql.of(em, "update document set latest = :number, version = version + 1 where document_id = :id")
                        .with("number", number)
                        .with("id", id.value())
                        .change());
    }

    void rename(DocumentId id, String title) {
        afterTheCheck(
                () -> Sql.of(em, "update document set title = :title, version = version + 1 where document_id = :id")
                        .with("title", title.strip())
                        .with("id", id.value())
                        .change());
    }

    void withdraw(DocumentId id, String reason, Caller caller) {
        Sql.of(em, """
                        update document set withdrawn_at = :now, withdrawn_by = :worker, withdrawn_for = :reason, version = version + 1
                         where document_id = :id
                        """)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("reason", reason)
                .with("id", id.value())
                .change();
    }

    /** How much is taken, by the name of the setting. */
    int most(String setting) {
        return Sql.of(em, "select value from setting_count where name = :name")
                .with("name", setting)
                .first(row -> row.number(0))
                .orElseThrow(() -> new IllegalStateException("No setting " + setting));
    }
}
