package org.alongside.police;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.police.NewPoliceRecord.NewPoliceShare;
import org.alongside.police.PoliceStore.PoliceNote;
import org.alongside.police.PoliceStore.PoliceRecord;
import org.alongside.police.PoliceStore.PoliceShare;
import org.alongside.police.PoliceStore.PoliceWord;
import org.alongside.police.PoliceStore.ProtectionNeed;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.ThreatId;

/** The collection of what agencies keep; the database writes it by its own functions, and shows each agency its own. */
@ApplicationScoped
class PoliceRecords {
    private static final int MOST_SHOWN = 100;
    private static final String THERE_ALREADY = "23505";
    private static final String TOLD = """
            select s.share_id, s.case_code, o.name, s.words, s.shared_at from police_share s join organisation o using (organisation_id)
            """;

    @PersistenceContext
    EntityManager em;

    boolean polices(CaseId caseId) {
        return asked("select polices(:case)", caseId);
    }

    boolean hearsOfThreats(CaseId caseId) {
        return asked("select hears_of_threats(:case)", caseId);
    }

    private boolean asked(String question, CaseId caseId) {
        return Sql.of(em, question)
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    Optional<PoliceRecord> kept(CaseId caseId) {
        return Sql.of(em, "select reference, unit, contact from police_record where case_id = :case")
                .with("case", caseId.value())
                .first(row -> new PoliceRecord(
                        row.text(0), Optional.ofNullable(row.text(1)), Optional.ofNullable(row.text(2))));
    }

    List<PoliceNote> notes(CaseId caseId) {
        return Sql.of(em, """
                        select n.note_id, n.words, n.written_at, w.name from police_note n join worker w on w.worker_id = n.written_by
                         where n.case_id = :case order by n.written_at desc, n.note_id limit %d
                        """.formatted(MOST_SHOWN))
                .with("case", caseId.value())
                .rows(row -> new PoliceNote(row.uuid(0), row.text(1), row.instant(2), row.text(3)));
    }

    List<ProtectionNeed> needs(CaseId caseId) {
        return Sql.of(em, """
                        select need_id, measure, noted_at, ended_at from protection_need
                         where case_id = :case order by ended_at is not null, noted_at desc, need_id limit %d
                        """.formatted(MOST_SHOWN))
                .with("case", caseId.value())
                .rows(row -> new ProtectionNeed(row.uuid(0), row.text(1), row.instant(2), row.when(3)));
    }

    List<PoliceShare> shares(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select share_id, kind, words, shared_at, shared_by = :me from police_share
                         where case_id = :case and withdrawn_at is null order by shared_at desc, share_id limit %d
                        """.formatted(MOST_SHOWN))
                .with("case", caseId.value())
                .with("me", caller.worker().value())
                .rows(row -> new PoliceShare(row.uuid(0), row.text(1), row.text(2), row.instant(3), row.yes(4)));
    }

    List<PoliceWord> threats(CaseId caseId) {
        return Sql.of(
                        em,
                        TOLD
                                + " where s.case_id = :case and s.kind = 'THREAT' order by s.shared_at desc, s.share_id limit "
                                + MOST_SHOWN)
                .with("case", caseId.value())
                .rows(PoliceRecords::word);
    }

    /** Writes down that the caller's house read them; answers those that nobody there had read, unless another house is asked since she lives there. */
    List<ThreatId> read(CaseId caseId) {
        return threats("select threats_read(:id)", caseId.value());
    }

    /** Those that stand and that the house of that bed has not read. */
    List<ThreatId> threatIds(PlacementId placement) {
        return threats("select threats_of_placement(:id)", placement.value());
    }

    List<ThreatId> threatIds(CaseId caseId) {
        return threats("select threats_of_case(:id)", caseId.value());
    }

    private List<ThreatId> threats(String question, UUID id) {
        return Sql.of(em, question).with("id", id).rows(row -> new ThreatId(row.uuid(0)));
    }

    /** The house where she lives now, if nobody there has read it; for the process. */
    Optional<OrganisationId> house(ThreatId id) {
        return Sql.of(em, "select threat_house(:id)")
                .with("id", id.value())
                .first(row -> Optional.ofNullable(row.uuid(0)).map(OrganisationId::new))
                .flatMap(house -> house);
    }

    List<PoliceWord> summaries() {
        return Sql.of(
                        em,
                        TOLD
                                + " where s.kind = 'SUMMARY' and s.withdrawn_at is null order by s.shared_at desc, s.share_id limit "
                                + MOST_SHOWN)
                .rows(PoliceRecords::word);
    }

    private static PoliceWord word(Sql.Row row) {
        return new PoliceWord(row.uuid(0), row.text(1), row.text(2), row.text(3), row.instant(4));
    }

    void keep(CaseId caseId, NewPoliceRecord kept) {
        Sql.of(em, "select cast(police_record_keep(:id, :case, :reference, :unit, :contact) as text)")
                .with("id", UUID.randomUUID())
                .with("case", caseId.value())
                .with("reference", kept.reference().strip())
                .with("unit", stripped(kept.unit()))
                .with("contact", stripped(kept.contact()))
                .run();
    }

    void note(UUID id, CaseId caseId, String words) {
        Sql.of(em, "select cast(police_note_write(:id, :case, :words) as text)")
                .with("id", id)
                .with("case", caseId.value())
                .with("words", words.strip())
                .run();
    }

    void need(UUID id, CaseId caseId, String measure) {
        try {
            Sql.of(em, "select cast(protection_need_note(:id, :case, :measure) as text)")
                    .with("id", id)
                    .with("case", caseId.value())
                    .with("measure", measure)
                    .run();
        } catch (Failed failed) {
            if (THERE_ALREADY.equals(failed.state())) {
                throw Refusal.wrongState("police-need-noted");
            }
            throw failed;
        }
    }

    /** Answers whether it was open until then, and the caller's agency's. */
    boolean endNeed(UUID id, CaseId caseId) {
        return changed("select protection_need_end(:id, :case)", id, caseId);
    }

    void share(UUID id, CaseId caseId, NewPoliceShare told) {
        Sql.of(em, "select cast(police_share_tell(:id, :case, :kind, :words) as text)")
                .with("id", id)
                .with("case", caseId.value())
                .with("kind", told.kind())
                .with("words", told.told().strip())
                .run();
    }

    /** Answers whether it was open until then, and the caller's own. */
    boolean withdraw(UUID id, CaseId caseId) {
        return changed("select police_share_withdraw(:id, :case)", id, caseId);
    }

    private boolean changed(String change, UUID id, CaseId caseId) {
        return Sql.of(em, change)
                .with("id", id)
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    private static String stripped(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
