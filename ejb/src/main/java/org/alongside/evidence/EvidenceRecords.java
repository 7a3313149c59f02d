package org.alongside.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.evidence.EvidenceView.Custody;
import org.alongside.evidence.EvidenceView.EvidenceCheck;
import org.alongside.evidence.EvidenceView.EvidenceEntry;
import org.alongside.evidence.EvidenceView.EvidenceParty;
import org.alongside.evidence.NewEvidence.NewCustody;
import org.alongside.proceeding.LawyersMatters.Kept;
import org.alongside.shared.DocumentId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;

/** The collection of evidence; four statements for a matter, however much it has. */
@ApplicationScoped
class EvidenceRecords {
    private static final HexFormat HEX = HexFormat.of();

    /** What the database says of a link that another one was written beside in this very moment. */
    private static final Map<String, Refusal> OVERTAKEN = Map.of(
            "AL070", Refusal.invalid("handedAt", "in-the-future"),
            "AL071", Refusal.invalid("handedAt", "handed-before-received"),
            "AL072", Refusal.invalid("giver", "does-not-hold-it"),
            "AL073", Refusal.wrongState("custody-mended"));

    @PersistenceContext
    EntityManager em;

    /** All of a matter, by number. */
    List<EvidenceView> of(MatterId matter) {
        Map<UUID, List<Of<EvidenceEntry>>> entries = byEvidence(entries(matter));
        Map<UUID, List<Of<Linked>>> links = byEvidence(links(matter));
        Map<UUID, List<Of<EvidenceCheck>>> checks = byEvidence(checks(matter));
        return Sql.of(em, "select evidence_id, number from evidence where matter_id = :matter order by number")
                .with("matter", matter.value())
                .rows(row -> Map.entry(row.uuid(0), row.number(1)))
                .stream()
                .map(one -> view(
                        one.getKey(),
                        one.getValue(),
                        things(entries, one.getKey()),
                        things(links, one.getKey()),
                        things(checks, one.getKey())))
                .toList();
    }

    private static EvidenceView view(
            UUID id, int number, List<EvidenceEntry> entries, List<Linked> links, List<EvidenceCheck> checks) {
        Set<UUID> mended =
                links.stream().flatMap(link -> link.corrects().stream()).collect(Collectors.toSet());
        return new EvidenceView(
                id,
                number,
                entries.get(0),
                entries.subList(1, entries.size()),
                links.stream()
                        .map(Linked::link)
                        .filter(link -> !mended.contains(link.id()))
                        .toList(),
                links.stream()
                        .map(Linked::link)
                        .filter(link -> mended.contains(link.id()))
                        .toList(),
                checks);
    }

    private List<Of<EvidenceEntry>> entries(MatterId matter) {
        return Sql.of(em, """
                        select e.evidence_id, e.kind, e.words, e.source, e.source_on, e.original_with, e.original_name, e.document_id,
                               e.document_number, e.sha256, e.handed_sha256, e.written_at, w.name
                          from evidence_entry e join worker w on w.worker_id = e.written_by
                         where e.matter_id = :matter order by e.number desc
                        """)
                .with("matter", matter.value())
                .rows(row -> new Of<>(
                        row.uuid(0),
                        new EvidenceEntry(
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                row.date(4),
                                new EvidenceParty(row.text(5), Optional.ofNullable(row.text(6))),
                                Optional.ofNullable(row.uuid(7)).map(DocumentId::new),
                                row.has(8) ? Optional.of(row.number(8)) : Optional.empty(),
                                hex(row, 9),
                                hex(row, 10),
                                row.instant(11),
                                row.text(12))));
    }

    private List<Of<Linked>> links(MatterId matter) {
        return Sql.of(em, """
                        select c.evidence_id, c.link_id, c.position, c.giver, c.giver_name, c.taker, c.taker_name, c.handed_at, c.zone, c.purpose,
                               c.condition, c.seal, c.written_at, w.name, c.corrects
                          from evidence_custody c join worker w on w.worker_id = c.written_by
                         where c.matter_id = :matter order by c.position, c.written_at
                        """)
                .with("matter", matter.value())
                .rows(row -> new Of<>(
                        row.uuid(0),
                        new Linked(
                                new Custody(
                                        row.uuid(1),
                                        row.number(2),
                                        new EvidenceParty(row.text(3), Optional.ofNullable(row.text(4))),
                                        new EvidenceParty(row.text(5), Optional.ofNullable(row.text(6))),
                                        row.instant(7),
                                        row.text(8),
                                        row.text(9),
                                        row.text(10),
                                        Optional.ofNullable(row.text(11)),
                                        row.instant(12),
                                        row.text(13)),
                                Optional.ofNullable(row.uuid(14)))));
    }

    private List<Of<EvidenceCheck>> checks(MatterId matter) {
        return Sql.of(em, """
                        select k.evidence_id, k.outcome, k.expected, k.found, k.checked_at, w.name
                          from evidence_check k join worker w on w.worker_id = k.checked_by
                         where k.matter_id = :matter order by k.checked_at desc, k.check_id
                        """)
                .with("matter", matter.value())
                .rows(row -> new Of<>(
                        row.uuid(0),
                        new EvidenceCheck(
                                row.text(1), HEX.formatHex(row.bytes(2)), hex(row, 3), row.instant(4), row.text(5))));
    }

    private static Optional<String> hex(Row row, int at) {
        return row.has(at) ? Optional.of(HEX.formatHex(row.bytes(at))) : Optional.empty();
    }

    private static <T> Map<UUID, List<Of<T>>> byEvidence(List<Of<T>> all) {
        return all.stream().collect(Collectors.groupingBy(Of::evidence));
    }

    private static <T> List<T> things(Map<UUID, List<Of<T>>> all, UUID evidence) {
        return all.getOrDefault(evidence, List.of()).stream().map(Of::thing).toList();
    }

    /** Something of one piece of evidence. */
    private record Of<T>(UUID evidence, T thing) {}

    /** @param corrects the link that it stands for */
    private record Linked(Custody link, Optional<UUID> corrects) {}

    void add(UUID id, Kept matter, Caller caller) {
        Sql.of(em, """
                        insert into evidence (evidence_id, matter_id, case_id, organisation_id, listed_at, listed_by)
                        values (:id, :matter, :case, :house, :now, :worker)
                        """)
                .with("id", id)
                .with("matter", matter.id().value())
                .with("case", matter.caseId().value())
                .with("house", matter.lawyers().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    void say(UUID id, Kept matter, NewEvidence said, Caller caller) {
        about(id, matter, caller, """
                        insert into evidence_entry (entry_id, evidence_id, matter_id, case_id, organisation_id, kind, words, source, source_on,
                                                    original_with, original_name, document_id, document_number, sha256, written_at, written_by)
                        values (:row, :id, :matter, :case, :house, :kind, :words, :source, :on, :with, :name, :document, :number, :hash, :now, :worker)
                        """)
                .with("kind", said.kind())
                .with("words", said.words().strip())
                .with("source", said.source())
                .with("on", said.sourceOn())
                .with("with", said.originalWith())
                .with("name", name(said.originalName()))
                .with(
                        "document",
                        said.document() == null ? null : said.document().value())
                .with(
                        "number",
                        said.document() == null ? null : said.documentVersion().shortValue())
                .with("hash", said.document() == null ? bytes(said.sha256()) : null)
                .change();
    }

    void hand(UUID id, Kept matter, NewCustody link, ZoneId zone, Caller caller) {
        try {
            about(id, matter, caller, """
                            insert into evidence_custody (link_id, evidence_id, matter_id, case_id, organisation_id, corrects, giver, giver_name, taker,
                                                          taker_name, handed_at, zone, purpose, condition, seal, written_at, written_by)
                            values (:row, :id, :matter, :case, :house, :corrects, :giver, :giverName, :taker, :takerName, :at, :zone, :purpose,
                                    :condition, :seal, :now, :worker)
                            """)
                    .with("corrects", link.corrects())
                    .with("giver", link.giver())
                    .with("giverName", name(link.giverName()))
                    .with("taker", link.taker())
                    .with("takerName", name(link.takerName()))
                    .with("at", link.handedAt())
                    .with("zone", zone.getId())
                    .with("purpose", link.purpose())
                    .with("condition", link.condition())
                    .with("seal", name(link.seal()))
                    .change();
        } catch (Failed failed) {
            throw OVERTAKEN.containsKey(failed.state()) ? OVERTAKEN.get(failed.state()) : failed;
        }
    }

    /** @param found hexadecimal; empty: it could not be read */
    void check(UUID id, Kept matter, Optional<String> found, Caller caller) {
        about(id, matter, caller, """
                        insert into evidence_check (check_id, evidence_id, matter_id, case_id, organisation_id, found, checked_at, checked_by)
                        values (:row, :id, :matter, :case, :house, :found, :now, :worker)
                        """)
                .with("found", found.map(EvidenceRecords::bytes).orElse(null))
                .change();
    }

    private Sql about(UUID id, Kept matter, Caller caller, String insert) {
        return Sql.of(em, insert)
                .with("row", UUID.randomUUID())
                .with("id", id)
                .with("matter", matter.id().value())
                .with("case", matter.caseId().value())
                .with("house", matter.lawyers().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value());
    }

    static String name(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static byte[] bytes(String hash) {
        return hash == null || hash.isBlank() ? null : HEX.parseHex(EvidenceRules.digits(hash));
    }
}
