package org.alongside.evidence;

import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.alongside.setup.Court.LAWYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.alongside.document.OfAMatter;
import org.alongside.evidence.EvidenceView.Custody;
import org.alongside.evidence.EvidenceView.EvidenceCheck;
import org.alongside.evidence.EvidenceView.EvidenceParty;
import org.alongside.evidence.NewEvidence.NewCheck;
import org.alongside.evidence.NewEvidence.NewCustody;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.SameSecond;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.DocumentId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of evidence: what it is, whose hands it went through, whether it is still the same, and that nothing in it is ever changed. */
class EvidenceTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String WORDS = "A contract that she never saw.";

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final Door<EvidenceService> door =
            new Door<>(care, on -> OfAMatter.keyed(on).of(EvidenceService.class));
    private final LocalDate today = LocalDate.ofInstant(care.now, ZoneOffset.UTC);
    private final Instant noon = care.now.minus(Duration.ofDays(3));
    private MatterId matter;

    @BeforeEach
    void a_lawyer_has_a_matter() throws Exception {
        matter = court.matter();
    }

    @Test
    void what_is_entered_has_a_number_in_its_matter_and_who_wrote_it() throws Exception {
        UUID phone = enter(elsewhere("DEVICE", null));
        UUID letter = enter(elsewhere("MESSAGES", hash("x")));
        List<EvidenceView> all = register();
        assertThat(all).extracting(EvidenceView::number).containsExactly(1, 2);
        assertThat(all).extracting(EvidenceView::id).containsExactly(phone, letter);
        assertThat(all.get(0).entry().original())
                .isEqualTo(new EvidenceParty("POLICE", java.util.Optional.of("Unit 4")));
        assertThat(all.get(0).entry().writtenBy()).isNotBlank();
        assertThat(all.get(0).holder()).isEmpty();
        String key = UUID.randomUUID().toString();
        for (int press = 0; press < 2; press++) {
            door.does(LAWYER, HOUR, doors -> doors.enter(matter, elsewhere("BANK", null), key));
        }
        assertThat(register()).hasSize(3);
    }

    @Test
    void no_error_tells_who_does_not_keep_the_matter_what_is_true_of_its_chain() throws Exception {
        UUID phone = enter(elsewhere("DEVICE", null));
        String link = """
                insert into evidence_custody (link_id, evidence_id, matter_id, case_id, organisation_id, position, giver, taker, handed_at, zone, purpose,
                                              condition, written_at, written_by)
                select gen_random_uuid(), '%s', matter_id, case_id, organisation_id, 1, 'POLICE', 'LAWYERS', caller_now() + interval '%s', 'UTC', 'STORAGE',
                       'INTACT', caller_now(), caller_worker() from matter where matter_id = '%s'
                """;
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, link.formatted(phone, "1 day", matter)))
                .hasMessageContaining("in the future");
        for (String later : List.of("1 day", "-1 hour", "-3000 days")) {
            assertThatThrownBy(() -> care.writes(LEAD, HOUR, link.formatted(phone, later, matter)))
                    .as(later)
                    .hasMessage("ERROR: new row violates row-level security policy for table \"evidence_custody\"");
        }
        MatterId own = court.matter();
        care.below(
                "update access_grant set ended_at = now(), ended_by = given_by, end_reason = 'CONSENT_WITHDRAWN' where organisation_id = '%s' and case_id = '%s' returning 1"
                        .formatted(LAWYER.organisation(), court.caseOf(matter)));
        for (String later : List.of("1 day", "-1 hour", "-3000 days")) {
            assertThatThrownBy(() -> care.writes(LAWYER, HOUR, link.formatted(phone, later, own)))
                    .as("by way of a matter of one's own: " + later)
                    .hasMessageContaining("foreign key");
        }
    }

    @Test
    void what_cannot_be_is_refused_in_words() throws Exception {
        assertThat(refused(new NewEvidence(
                        "DEVICE", "A phone", "SURVIVOR", today.plusDays(3), "LAWYERS", null, null, null, null)))
                .isEqualTo("sourceOn in-the-future");
        assertThat(refused(elsewhere("DEVICE", "abc"))).isEqualTo("sha256 no-hash");
        assertThat(refused(elsewhere("NOTHING", null))).isEqualTo("kind unknown-code");
        assertThat(refused(new NewEvidence("EXPERT", "A report", "EXPERT", today, "EXPERT", " ", null, null, null)))
                .isEqualTo("originalName missing");
        MatterId unchecked = court.matter("ADHESION", "ADVICE");
        assertThat(door.reason(LAWYER, doors -> doors.enter(unchecked, elsewhere("DEVICE", null), null)))
                .isEqualTo("check-first");
        DocumentId id = brought(matter);
        assertThat(refused(stored(id, 2))).isEqualTo("document not-of-this-matter");
        assertThat(refused(stored(DocumentId.random(), 1))).isEqualTo("document not-of-this-matter");
        MatterId other = court.matter();
        assertThat(door.reason(LAWYER, doors -> doors.enter(other, stored(id, 1), null)))
                .isEqualTo("document not-of-this-matter");
        assertThat(refused(
                        new NewEvidence("DEVICE", "A phone", "SURVIVOR", today, "LAWYERS", null, id, 1, hash("mine"))))
                .isEqualTo("sha256 hash-is-the-documents");
    }

    @Test
    void past_the_door_a_document_brings_its_own_hashes_and_none_of_another_matter_is_taken() throws Exception {
        UUID id = enter(stored(brought(matter), 1));
        assertThat(register().get(0).entry().sha256()).contains(hash(WORDS));
        assertThat(register().get(0).entry().handedSha256()).contains(hash(WORDS));
        MatterId other = court.matter();
        DocumentId foreign = brought(other);
        String entry = """
                insert into evidence_entry (entry_id, evidence_id, matter_id, case_id, organisation_id, kind, words, source, source_on, original_with,
                                            document_id, document_number, sha256, written_at, written_by)
                  select gen_random_uuid(), e.evidence_id, e.matter_id, e.case_id, e.organisation_id, 'DEVICE', 'x', 'SURVIVOR', current_date, 'LAWYERS',
                         %s, 1, decode('%s', 'hex'), caller_now(), caller_worker() from evidence e where e.evidence_id = '%s'
                """;
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, entry.formatted("'" + foreign + "'", hash("made up"), id)))
                .hasMessageContaining("not permitted");
        String mine = register().get(0).entry().document().orElseThrow().toString();
        care.writes(LAWYER, HOUR, entry.formatted("'" + mine + "'", hash("made up"), id));
        assertThat(register().get(0).entry().sha256())
                .as("whatever hash is said, the document's own stands")
                .contains(hash(WORDS));
    }

    @Test
    void a_chain_goes_from_hand_to_hand_to_whoever_has_it_now_and_back() throws Exception {
        UUID id = enter(elsewhere("DEVICE", null));
        hand(id, "SURVIVOR", null, "LAWYERS", null, noon, "KEEPING");
        hand(id, "LAWYERS", null, "EXPERT", "Dr. K.", noon.plus(HOUR), "EXAMINING");
        hand(id, "EXPERT", "dr. k.", "LAWYERS", null, noon.plus(HOUR), "GIVEN_BACK");
        EvidenceView there = register().get(0);
        assertThat(there.chain()).extracting(Custody::position).containsExactly(1, 2, 3);
        assertThat(there.chain()).extracting(Custody::zone).containsOnly("Europe/Vienna");
        assertThat(there.holder().orElseThrow().role()).isEqualTo("LAWYERS");
    }

    @Test
    void an_impossible_link_is_refused_in_words_each_in_its_own() throws Exception {
        UUID id = enter(elsewhere("DEVICE", null));
        assertThat(unhanded(id, "SURVIVOR", "LAWYERS", care.now.plus(Duration.ofHours(2))))
                .isEqualTo("handedAt in-the-future");
        assertThat(unhanded(id, "SURVIVOR", "LAWYERS", noon.minus(Duration.ofDays(9))))
                .isEqualTo("handedAt handed-before-it-came");
        assertThat(unhanded(id, "SURVIVOR", "SURVIVOR", noon)).isEqualTo("taker handed-to-oneself");
        hand(id, "SURVIVOR", null, "LAWYERS", null, noon, "KEEPING");
        assertThat(unhanded(id, "LAWYERS", "COURT", noon.minusSeconds(1))).isEqualTo("handedAt handed-before-received");
        assertThat(unhanded(id, "POLICE", "COURT", noon.plusSeconds(1))).isEqualTo("giver does-not-hold-it");
        assertThat(door.reason(
                        LAWYER,
                        doors -> doors.hand(
                                matter,
                                id,
                                new NewCustody(
                                        "LAWYERS",
                                        null,
                                        "COURT",
                                        null,
                                        noon,
                                        "Mars/Base",
                                        "FILING",
                                        "UNDAMAGED",
                                        null,
                                        null),
                                null)))
                .isEqualTo("zone unknown-zone");
        assertThat(door.reason(
                        LAWYER,
                        doors -> doors.hand(
                                matter,
                                id,
                                new NewCustody(
                                        "LAWYERS", null, "COURT", null, noon, null, "FILING", "SEALED", null, null),
                                null)))
                .isEqualTo("seal missing");
        assertThat(door.reason(
                        LAWYER, doors -> doors.hand(matter, UUID.randomUUID(), link("LAWYERS", "COURT", noon), null)))
                .isEqualTo("not-there");
        assertThat(register().get(0).chain()).hasSize(1);
    }

    @Test
    void past_the_door_the_chain_holds_too() throws Exception {
        UUID id = enter(elsewhere("DEVICE", null));
        hand(id, "SURVIVOR", null, "LAWYERS", null, noon, "KEEPING");
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, custody(id, "LAWYERS", "COURT", "interval '2 hours'")))
                .hasMessageContaining("in the future");
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, custody(id, "LAWYERS", "COURT", "interval '-4 days'")))
                .hasMessageContaining("out of order");
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, custody(id, "POLICE", "COURT", "interval '-1 hour'")))
                .hasMessageContaining("does not hold it");
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, custody(id, "LAWYERS", "LAWYERS", "interval '-1 hour'")))
                .hasMessageContaining("check constraint");
        care.writes(LAWYER, HOUR, custody(id, "LAWYERS", "COURT", "interval '-1 hour'"));
        assertThat(register().get(0).chain()).hasSize(2);
    }

    @Test
    void of_two_who_hand_it_on_at_once_the_second_is_told_that_it_is_gone() throws Exception {
        UUID id = enter(elsewhere("DEVICE", null));
        hand(id, "SURVIVOR", null, "LAWYERS", null, noon, "KEEPING");
        String told = care.as(LAWYER, HOUR, on -> {
            OfAMatter.keyed(on)
                    .of(EvidenceService.class)
                    .hand(matter, id, link("LAWYERS", "COURT", noon.plusSeconds(60)), null);
            return SameSecond.keptAfter(on.sql(), () -> {
                        door.does(
                                LAWYER,
                                HOUR,
                                doors -> doors.hand(matter, id, link("LAWYERS", "POLICE", noon.plusSeconds(60)), null));
                        return null;
                    })
                    .filter(Refusal.class::isInstance)
                    .map(Refusal.class::cast)
                    .map(refusal -> refusal.reasons().get(0).code())
                    .orElse("");
        });
        assertThat(told).isEqualTo("does-not-hold-it");
        assertThat(register().get(0).holder().orElseThrow().role()).isEqualTo("COURT");
    }

    @Test
    void what_is_mended_stands_beside_what_it_mends_and_only_once() throws Exception {
        UUID id = enter(elsewhere("DEVICE", null));
        hand(id, "SURVIVOR", null, "LAWYERS", null, noon, "KEEPING");
        hand(id, "LAWYERS", null, "COURT", null, noon.plus(HOUR), "FILING");
        Custody first = register().get(0).chain().get(0);
        assertThat(door.reason(
                        LAWYER, doors -> doors.hand(matter, id, mend(first, noon.plus(HOUR.plusSeconds(1))), null)))
                .isEqualTo("handedAt handed-after-the-next");
        door.does(LAWYER, HOUR, doors -> doors.hand(matter, id, mend(first, noon.plusSeconds(7)), null));
        EvidenceView there = register().get(0);
        assertThat(there.chain()).extracting(Custody::position).containsExactly(1, 2);
        assertThat(there.chain().get(0).handedAt()).isEqualTo(noon.plusSeconds(7));
        assertThat(there.mended()).containsExactly(first);
        assertThat(door.reason(LAWYER, doors -> doors.hand(matter, id, mend(first, noon), null)))
                .isEqualTo("custody-mended");

        door.does(
                LAWYER,
                HOUR,
                doors -> doors.correct(
                        matter,
                        id,
                        new NewEvidence(
                                "PHOTO_VIDEO",
                                "A camera",
                                "SURVIVOR",
                                today.minusDays(9),
                                "COURT",
                                null,
                                null,
                                null,
                                null),
                        null));
        assertThat(register().get(0).entry().words()).isEqualTo("A camera");
        assertThat(register().get(0).before())
                .extracting(EvidenceView.EvidenceEntry::words)
                .containsExactly("A phone");
    }

    @Test
    void a_name_that_was_wrong_is_mended_in_the_middle_of_a_chain_and_who_has_it_now_stays() throws Exception {
        UUID id = enter(elsewhere("DEVICE", null));
        hand(id, "SURVIVOR", null, "EXPERT", "Dr. K.", noon, "EXAMINING");
        hand(id, "EXPERT", "Dr. K.", "LAWYERS", null, noon.plus(HOUR), "GIVEN_BACK");
        Custody first = register().get(0).chain().get(0);
        door.does(
                LAWYER,
                HOUR,
                doors -> doors.hand(
                        matter,
                        id,
                        new NewCustody(
                                "SURVIVOR",
                                null,
                                "EXPERT",
                                "Dr. Karim",
                                noon,
                                null,
                                "EXAMINING",
                                "UNDAMAGED",
                                null,
                                first.id()),
                        null));
        EvidenceView there = register().get(0);
        assertThat(there.chain().get(0).taker().name()).contains("Dr. Karim");
        assertThat(there.mended()).containsExactly(first);
        assertThat(there.holder().orElseThrow().role()).isEqualTo("LAWYERS");
        assertThat(unhanded(id, "EXPERT", "COURT", noon.plus(HOUR.multipliedBy(2))))
                .isEqualTo("giverName missing");
        hand(id, "LAWYERS", null, "COURT", null, noon.plus(HOUR.multipliedBy(2)), "FILING");
        assertThat(register().get(0).chain()).hasSize(3);
    }

    @Test
    void nothing_of_it_is_changed_or_deleted_by_anybody() throws Exception {
        UUID id = enter(elsewhere("DEVICE", hash("x")));
        hand(id, "SURVIVOR", null, "LAWYERS", null, noon, "KEEPING");
        door.does(LAWYER, HOUR, doors -> doors.check(matter, id, new NewCheck(hash("x"))));
        for (String table : List.of("evidence", "evidence_entry", "evidence_custody", "evidence_check")) {
            for (String forbidden : List.of(
                    "update " + table + " set evidence_id = evidence_id",
                    "delete from " + table,
                    "truncate " + table + " cascade")) {
                assertThatThrownBy(() -> care.writes(LAWYER, HOUR, forbidden))
                        .as(forbidden)
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> care.below(forbidden))
                        .as("by whoever owns the database: " + forbidden)
                        .hasMessageContaining("evidence is not changed");
            }
        }
    }

    @Test
    void whether_it_is_still_the_same_is_told_and_kept() throws Exception {
        UUID id = enter(
                elsewhere("DEVICE", hash("x").toUpperCase(java.util.Locale.ROOT).replaceAll("(..)", "$1 ")));
        assertThat(checked(id, hash("x")).outcome()).isEqualTo("MATCHES");
        EvidenceCheck differs = checked(id, hash("y"));
        assertThat(differs.outcome()).isEqualTo("DIFFERS");
        assertThat(differs.expected()).isEqualTo(hash("x"));
        assertThat(differs.found()).contains(hash("y"));
        assertThat(register().get(0).outcome()).contains("DIFFERS");
        assertThat(register().get(0).checks()).hasSize(2);
        assertThat(door.reason(LAWYER, doors -> doors.check(matter, id, new NewCheck(null))))
                .isEqualTo("sha256 missing");
        UUID none = enter(elsewhere("WITNESS", null));
        assertThat(door.reason(LAWYER, doors -> doors.check(matter, none, new NewCheck(hash("x")))))
                .isEqualTo("nothing-to-compare");
    }

    @Test
    void a_document_is_read_anew_and_one_that_was_changed_or_withdrawn_is_told_loudly() throws Exception {
        DocumentId document = brought(matter);
        UUID id = enter(stored(document, 1));
        assertThat(checked(id, null).outcome()).isEqualTo("MATCHES");
        assertThat(door.reason(LAWYER, doors -> doors.check(matter, id, new NewCheck(hash("x")))))
                .isEqualTo("sha256 hash-is-the-documents");
        care.below(
                "update document_piece set content = set_byte(content, 3, 255 - get_byte(content, 3)) where document_id = '%s'"
                        .formatted(document));
        EvidenceCheck changed = checked(id, null);
        assertThat(changed.outcome()).isEqualTo("UNREADABLE");
        assertThat(changed.found()).isEmpty();

        DocumentId other = brought(matter);
        UUID gone = enter(stored(other, 1));
        care.writes(LAWYER, HOUR, """
                update document set withdrawn_at = caller_now(), withdrawn_by = caller_worker(), withdrawn_for = 'WRONG_FILE', version = version + 1
                 where document_id = '%s'
                """.formatted(other));
        assertThat(checked(gone, null).outcome()).isEqualTo("UNREADABLE");
    }

    @Test
    void it_is_her_lawyers_alone() throws Exception {
        UUID id = enter(elsewhere("DEVICE", hash("x")));
        hand(id, "SURVIVOR", null, "LAWYERS", null, noon, "KEEPING");
        checked(id, hash("x"));
        for (Who other : List.of(
                LEAD,
                SUPERVISOR,
                SHIFT,
                new Who(13, 7, "LEL"),
                new Who(24, 11, "PRL"),
                new Who(15, 8, "DPO"),
                new Who(14, 8, "NRM"),
                Care.ADMINISTRATOR)) {
            assertThat(care.sees(other, HOUR, """
                            select (select count(*) from evidence) + (select count(*) from evidence_entry) + (select count(*) from evidence_custody)
                                   + (select count(*) from evidence_check)
                            """)).as(other.role()).isEqualTo("0");
            assertThatThrownBy(() -> care.writes(
                            other,
                            HOUR,
                            custody(id, "LAWYERS", "POLICE", "interval '-1 hour'")
                                    .replace("from evidence e where e.evidence_id = '" + id + "'", """
                                    from (select '%s'::uuid evidence_id, '%s'::uuid matter_id, '%s'::uuid case_id, caller_organisation() organisation_id) e
                                    """.formatted(
                                                    id, matter, court.caseOf(matter)))))
                    .as(other.role())
                    .isInstanceOf(java.sql.SQLException.class);
        }
        assertThat(door.reason(LEAD, doors -> doors.of(matter))).isEqualTo("legal-not-open");
        assertThat(door.reason(LEAD, doors -> doors.print(matter, id))).isEqualTo("legal-not-open");
    }

    @Test
    void on_paper_stands_the_chain_and_by_whom_it_was_printed() throws Exception {
        UUID id = enter(elsewhere("DEVICE", hash("x")));
        hand(id, "SURVIVOR", null, "LAWYERS", null, noon, "KEEPING");
        door.does(LAWYER, HOUR, doors -> {
            var printed = doors.print(matter, id);
            assertThat(printed.content().evidence().chain()).hasSize(1);
            assertThat(printed.content().track()).isEqualTo("CRIMINAL_TRAFFICKER");
            assertThat(printed.mark().worker()).isNotBlank();
        });
    }

    private UUID enter(NewEvidence said) throws Exception {
        return care.as(LAWYER, HOUR, on -> OfAMatter.keyed(on)
                .of(EvidenceService.class)
                .enter(matter, said, null));
    }

    private String refused(NewEvidence said) {
        return door.reason(LAWYER, doors -> doors.enter(matter, said, null));
    }

    private List<EvidenceView> register() throws Exception {
        return care.as(
                LAWYER, HOUR, on -> on.of(EvidenceService.class).of(matter).evidence());
    }

    private EvidenceCheck checked(UUID id, String hash) throws Exception {
        return care.as(LAWYER, HOUR.plusSeconds(register().get(0).checks().size()), on -> OfAMatter.keyed(on)
                .of(EvidenceService.class)
                .check(matter, id, new NewCheck(hash)));
    }

    private void hand(
            UUID id, String giver, String giverName, String taker, String takerName, Instant at, String purpose)
            throws Exception {
        door.does(
                LAWYER,
                HOUR,
                doors -> doors.hand(
                        matter,
                        id,
                        new NewCustody(
                                giver,
                                giverName,
                                taker,
                                takerName,
                                at,
                                "Europe/Vienna",
                                purpose,
                                "SEALED",
                                "A-1",
                                null),
                        null));
    }

    private String unhanded(UUID id, String giver, String taker, Instant at) {
        return door.reason(LAWYER, doors -> doors.hand(matter, id, link(giver, taker, at), null));
    }

    private static NewCustody link(String giver, String taker, Instant at) {
        return new NewCustody(giver, null, taker, null, at, null, "KEEPING", "UNDAMAGED", null, null);
    }

    private static NewCustody mend(Custody link, Instant at) {
        return new NewCustody("SURVIVOR", null, "LAWYERS", null, at, null, "KEEPING", "UNDAMAGED", null, link.id());
    }

    private String custody(UUID id, String giver, String taker, String when) {
        return """
                insert into evidence_custody (link_id, evidence_id, matter_id, case_id, organisation_id, giver, taker, handed_at, zone, purpose, condition,
                                              written_at, written_by)
                  select gen_random_uuid(), e.evidence_id, e.matter_id, e.case_id, e.organisation_id, '%s', '%s', caller_now() + %s, 'UTC', 'KEEPING',
                         'UNDAMAGED', caller_now(), caller_worker() from evidence e where e.evidence_id = '%s'
                """.formatted(giver, taker, when, id);
    }

    private NewEvidence elsewhere(String kind, String hash) {
        return new NewEvidence(kind, "A phone", "SURVIVOR", today.minusDays(5), "POLICE", "Unit 4", null, null, hash);
    }

    private NewEvidence stored(DocumentId document, int version) {
        return new NewEvidence(
                "CONTRACT_PAYSLIP", "Her contract", "SURVIVOR", today, "LAWYERS", null, document, version, null);
    }

    private DocumentId brought(MatterId of) throws Exception {
        return care.as(LAWYER, HOUR, on -> OfAMatter.brought(on, court.caseOf(of), of, WORDS));
    }

    private static String hash(String words) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
    }
}
