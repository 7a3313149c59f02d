package org.alongside.document;

import static org.alongside.document.Papers.BROUGHT_BY;
import static org.alongside.document.Papers.EVERYBODY;
import static org.alongside.document.Papers.LAWYER;
import static org.alongside.document.Papers.MANAGER;
import static org.alongside.document.Papers.POLICE;
import static org.alongside.document.Papers.PROSECUTION;
import static org.alongside.setup.Care.COUNSELLOR;
import static org.alongside.setup.Care.DOCTOR;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.MENTOR;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Permission;
import org.alongside.access.Role;
import org.alongside.document.DocumentsView.DocumentRow;
import org.alongside.document.DocumentsView.VersionView;
import org.alongside.document.NewDocument.NewTitle;
import org.alongside.document.NewDocument.NewVersion;
import org.alongside.document.NewDocument.NewWithdrawal;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Door;
import org.alongside.setup.SameSecond;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.DocumentId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents of a case, through their doors and past them: who opens which, versions, what is withdrawn, and what lies in the database. */
class DocumentTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String WORDS = "What nobody else may read. ";

    private static final Map<String, Integer> CATEGORIES = Map.ofEntries(
            Map.entry("ID_DOC", 0),
            Map.entry("CONSENT_FORM", 11),
            Map.entry("PHOTO", 0),
            Map.entry("MEDICAL", 5),
            Map.entry("MEDICO_LEGAL", 5),
            Map.entry("PSYCH", 6),
            Map.entry("LEGAL_PRIVILEGED", 7),
            Map.entry("COURT", 7),
            Map.entry("POLICE", 8),
            Map.entry("AV_INTERVIEW", 8),
            Map.entry("BIA_BID", 10),
            Map.entry("CERTIFICATE", 10),
            Map.entry("HOUSING", 2),
            Map.entry("FINANCIAL", 10),
            Map.entry("OTHER", 10));

    private final Care care = new Care(TestDatabase.get());
    private final Door<DocumentService> door = new Door<>(care, Papers::doors);
    private CaseId her;

    @BeforeEach
    void many_help_her() throws Exception {
        her = Papers.survivor(care);
    }

    @AfterEach
    void nothing_is_left() {
        HandedIn.forget();
    }

    @Test
    void each_class_is_opened_by_those_for_whom_it_is_and_by_no_role_alone() throws Exception {
        Papers.agrees(care, her, LAWYER, "7,12");
        Map<String, Set<Who>> opened = Map.ofEntries(
                Map.entry("ID_DOC", Set.of(LEAD, SUPERVISOR)),
                Map.entry("CONSENT_FORM", Set.of(LEAD, SUPERVISOR)),
                Map.entry("PHOTO", Set.of(LEAD)),
                Map.entry("MEDICAL", Set.of(DOCTOR)),
                Map.entry("MEDICO_LEGAL", Set.of(DOCTOR, LAWYER)),
                Map.entry("PSYCH", Set.of(COUNSELLOR)),
                Map.entry("LEGAL_PRIVILEGED", Set.of(LAWYER)),
                Map.entry("COURT", Set.of(LAWYER)),
                Map.entry("POLICE", Set.of(POLICE)),
                Map.entry("AV_INTERVIEW", Set.of(POLICE)),
                Map.entry("BIA_BID", Set.of(LEAD, SUPERVISOR)),
                Map.entry("CERTIFICATE", Set.of(LEAD)),
                Map.entry("HOUSING", Set.of(MANAGER)),
                Map.entry("FINANCIAL", Set.of(LEAD, SUPERVISOR)),
                Map.entry("OTHER", Set.of(LEAD)));
        for (Map.Entry<String, Who> one : BROUGHT_BY.entrySet()) {
            DocumentId id = brought(one.getKey());
            for (Who who : EVERYBODY) {
                boolean whole = opened.get(one.getKey()).contains(who);
                boolean known = whole || one.getKey().equals("COURT") && who == LEAD;
                String of = who + " " + one.getKey();
                assertThat(everyRow(who, id)).as(of).isEqualTo(whole ? "1 1 1" : known ? "1 0 0" : "0 0 0");
                if (Permission.READ_DOCUMENTS.roles().contains(Role.valueOf(who.role()))) {
                    assertThat(row(who, id).map(DocumentRow::whole))
                            .as(of)
                            .isEqualTo(known ? java.util.Optional.of(whole) : java.util.Optional.empty());
                    assertThat(mayOpen(who, id))
                            .as(of)
                            .isEqualTo(whole ? "" : known ? "document-not-open" : "not-there");
                }
            }
        }
    }

    @Test
    void who_is_left_to_know_that_she_was_helped_reads_not_even_what_they_brought() throws Exception {
        DocumentId form = care.as(
                MENTOR, HOUR, on -> Papers.doors(on).bring(her, Papers.of("CONSENT_FORM"), Papers.text(WORDS), null));
        assertThat(everyRow(MENTOR, form)).isEqualTo("1 1 1");
        care.below(
                "update access_grant set ended_at = now(), end_reason = 'COMPLETED' where case_id = '%s' and organisation_id = '%s' and category <> 11"
                        .formatted(her, MENTOR.organisation()));
        assertThat(everyRow(MENTOR, form)).as("its time runs").isEqualTo("1 1 1");
        care.below(
                "update access_grant set level = 'E' where case_id = '%s' and organisation_id = '%s' and category = 11"
                        .formatted(her, MENTOR.organisation()));
        assertThat(everyRow(MENTOR, form)).isEqualTo("0 0 0");
        assertThat(mayOpen(MENTOR, form)).isEqualTo("not-there");
    }

    @Test
    void what_others_brought_is_read_by_who_has_both_papers_and_that_kind_of_information_and_gone_with_either()
            throws Exception {
        DocumentId certificate = brought("CERTIFICATE");
        DocumentId passport = brought("ID_DOC");
        Papers.agrees(care, her, MENTOR, "10");
        assertThat(rows(MENTOR, "document", certificate))
                .as("her plan, and not her papers")
                .isEqualTo("0");
        Papers.agrees(care, her, MENTOR, "12");
        assertThat(rows(MENTOR, "document_piece", certificate)).isEqualTo("1");
        assertThat(row(MENTOR, certificate)).isPresent();
        assertThat(rows(MENTOR, "document", passport)).as("nor who she is").isEqualTo("0");
        assertThat(row(MENTOR, passport)).isEmpty();
        care.below(
                "update access_grant set ended_at = now(), end_reason = 'WITHDRAWN' where case_id = '%s' and organisation_id = '%s' and category = 10 and level = 'R'"
                        .formatted(her, MENTOR.organisation()));
        assertThat(rows(MENTOR, "document", certificate)).isEqualTo("0");
        assertThat(row(MENTOR, certificate)).isEmpty();
    }

    @Test
    void what_belongs_to_the_lawyer_or_the_police_stays_there_whatever_is_agreed() throws Exception {
        DocumentId privileged = brought("LEGAL_PRIVILEGED");
        DocumentId police = brought("POLICE");
        for (Who who : List.of(LEAD, MENTOR, PROSECUTION, DOCTOR)) {
            Papers.agrees(care, her, who, "7,8,12");
        }
        for (Who who : EVERYBODY) {
            assertThat(rows(who, "document", privileged)).as(who.toString()).isEqualTo(who == LAWYER ? "1" : "0");
            assertThat(rows(who, "document", police)).as(who.toString()).isEqualTo(who == POLICE ? "1" : "0");
        }
    }

    @Test
    void nobody_brings_what_is_not_theirs_to_write_neither_at_the_door_nor_past_it() throws Exception {
        Map<Who, Set<String>> brings = Map.of(
                LEAD, Set.of("ID_DOC", "CONSENT_FORM", "PHOTO", "BIA_BID", "CERTIFICATE", "FINANCIAL", "OTHER"),
                MENTOR, Set.of("BIA_BID", "CERTIFICATE", "FINANCIAL", "OTHER", "CONSENT_FORM"),
                MANAGER, Set.of("HOUSING"),
                COUNSELLOR, Set.of("PSYCH"),
                DOCTOR, Set.of("MEDICAL", "MEDICO_LEGAL"),
                LAWYER, Set.of("MEDICO_LEGAL", "LEGAL_PRIVILEGED", "COURT"),
                POLICE, Set.of("POLICE", "AV_INTERVIEW"),
                SUPERVISOR, Set.of(),
                SHIFT, Set.of(),
                PROSECUTION, Set.of());
        for (Map.Entry<Who, Set<String>> one : brings.entrySet()) {
            Who who = one.getKey();
            if (who != SHIFT && who != PROSECUTION) {
                assertThat(new TreeSet<>(
                                care.as(who, HOUR, on -> Papers.doors(on).of(her, titled(null)))
                                        .brings()))
                        .as(who.toString())
                        .isEqualTo(new TreeSet<>(one.getValue()));
            }
            assertThat(new TreeSet<>(List.of(care.sees(
                                    who,
                                    HOUR,
                                    "select coalesce(string_agg(class, ','), '') from document_class"
                                            + " where document_keeps('%s', class, coalesce(category, 10::smallint))"
                                                    .formatted(her))
                            .split(","))))
                    .as(who.toString())
                    .isEqualTo(one.getValue().isEmpty() ? Set.of("") : one.getValue());
            for (String documentClass : BROUGHT_BY.keySet()) {
                int category = CATEGORIES.get(documentClass);
                String of = who + " " + documentClass;
                if (!one.getValue().contains(documentClass)) {
                    assertThat(door.reason(
                                    who, doors -> doors.bring(her, Papers.of(documentClass), Papers.text(WORDS), null)))
                            .as(of)
                            .isEqualTo("documentClass not-yours-to-bring");
                    assertThatThrownBy(() -> care.writes(who, HOUR, document(who, documentClass, category)))
                            .as(of)
                            .hasMessageContaining("row-level security");
                }
            }
        }
    }

    @Test
    void a_label_is_one_that_the_caller_writes_and_that_is_neither_a_counsellors_nor_the_polices() throws Exception {
        assertThat(care.as(LEAD, HOUR, on -> Papers.doors(on).of(her, titled(null)))
                        .labels())
                .containsExactly(
                        Category.IDENTITY,
                        Category.CONTACT_LOCATION,
                        Category.DEMOGRAPHICS,
                        Category.SAFETY_RISK,
                        Category.CARE_PLAN_GOALS,
                        Category.REFERRALS);
        for (Category label :
                List.of(Category.COUNSELLING_NOTES, Category.LAW_ENFORCEMENT_INTELLIGENCE, Category.HEALTH)) {
            assertThat(door.reason(
                            LEAD,
                            doors -> doors.bring(
                                    her, new NewDocument("A", "OTHER", label, null), Papers.text(WORDS), null)))
                    .as(label.name())
                    .isEqualTo("documentClass not-yours-to-bring");
        }
        assertThat(door.reason(
                        LEAD,
                        doors -> doors.bring(her, new NewDocument("A", "OTHER", null, null), Papers.text(WORDS), null)))
                .isEqualTo("category missing");
        assertThat(door.reason(
                        LEAD,
                        doors -> doors.bring(
                                her,
                                new NewDocument("A", "PHOTO", Category.SAFETY_RISK, null),
                                Papers.text(WORDS),
                                null)))
                .isEqualTo("category not-of-this-class");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_by_its_field() throws Exception {
        Refusal refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                Refusal.class,
                () -> door.does(
                        LEAD,
                        HOUR,
                        doors -> doors.bring(
                                her,
                                new NewDocument(" ", "NONE", null, null),
                                HandedIn.look(new byte[0], "a.pdf"),
                                null)));
        assertThat(refused.reasons())
                .extracting(reason -> reason.field() + " " + reason.code())
                .containsExactlyInAnyOrder("title missing", "documentClass unknown-code", "file file-empty");
        assertThat(door.reason(
                        LEAD,
                        doors -> doors.bring(
                                her, new NewDocument("t".repeat(121), "PHOTO", null, null), Papers.text(WORDS), null)))
                .isEqualTo("title too-long");
        assertThat(door.reason(LEAD, doors -> doors.bring(her, Papers.of("PHOTO"), null, null)))
                .isEqualTo("file no-file");
        assertThat(door.reason(
                        LEAD, doors -> doors.bring(her, Papers.of("PHOTO"), Papers.text("x".repeat(20_000_001)), null)))
                .isEqualTo("file file-too-large");
        assertThat(door.reason(
                        LEAD,
                        doors -> doors.bring(
                                her,
                                Papers.of("PHOTO"),
                                HandedIn.look(HandedIn.pictureThatSaysItIs(60_000, 60_000), "a.png"),
                                null)))
                .isEqualTo("file picture-too-large");
        assertThat(care.below("select count(*) from document where case_id = '%s'".formatted(her)))
                .as("nothing of it is kept")
                .isEqualTo("0");
    }

    @Test
    void how_large_a_file_may_be_is_a_setting() throws Exception {
        care.below("update setting_count set value = 1 where name = 'document-largest-megabytes'");
        try {
            assertThat(door.reason(
                            LEAD,
                            doors -> doors.bring(her, Papers.of("PHOTO"), Papers.text("x".repeat(1_000_001)), null)))
                    .isEqualTo("file file-too-large");
        } finally {
            care.below("update setting_count set value = 20 where name = 'document-largest-megabytes'");
        }
    }

    @Test
    void a_new_version_leaves_what_was_there_and_says_who_when_and_why() throws Exception {
        DocumentId id = brought("CERTIFICATE");
        String second = WORDS.repeat(40_000);
        care.as(LEAD, HOUR, on -> Papers.doors(on)
                .replace(id, new NewVersion(1, "BETTER_COPY"), Papers.text(second), null));
        List<VersionView> versions = care.as(
                        LEAD, HOUR.multipliedBy(2), on -> Papers.doors(on).read(id))
                .versions();
        assertThat(versions).extracting(VersionView::number).containsExactly(2, 1);
        assertThat(versions.get(0).reason()).contains("BETTER_COPY");
        assertThat(versions.get(0).recordedAt()).isEqualTo(care.now.plus(HOUR));
        assertThat(versions.get(0).recordedBy()).isPresent();
        assertThat(versions.get(0).sha256())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(Sha256.begin().digest(second.getBytes(StandardCharsets.UTF_8))));
        assertThat(versions.get(1).reason()).isEmpty();
        assertThat(fetched(LEAD, id, 1)).isEqualTo(WORDS);
        assertThat(fetched(LEAD, id, 2)).as("in more than one piece").isEqualTo(second);
        assertThat(door.reason(LEAD, doors -> doors.open(id, 3))).isEqualTo("not-there");
        for (String forbidden : List.of(
                "update document_version set type = 'PDF'",
                "delete from document_version",
                "update document_piece set content = ''",
                "delete from document_piece",
                "delete from document")) {
            assertThatThrownBy(() -> care.writes(LEAD, HOUR, forbidden))
                    .as(forbidden)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void of_two_who_add_a_version_at_once_one_is_told_that_there_is_a_newer_one() throws Exception {
        DocumentId id = brought("CERTIFICATE");
        String told = care.as(LEAD, HOUR, on -> {
            Papers.doors(on).replace(id, new NewVersion(1, "CORRECTED"), Papers.text("one"), null);
            return SameSecond.keptAfter(
                            on.sql(),
                            () -> care.as(LEAD, HOUR, other -> Papers.doors(other)
                                    .replace(id, new NewVersion(1, "CORRECTED"), Papers.text("other"), null)))
                    .filter(Refusal.class::isInstance)
                    .map(Refusal.class::cast)
                    .map(refusal ->
                            refusal.kind() + " " + refusal.reasons().get(0).code() + " "
                                    + refusal.reasons().get(0).values())
                    .orElse("");
        });
        assertThat(told).isEqualTo("STALE document-newer [2]");
        assertThat(fetched(LEAD, id, 2)).isEqualTo("one");
    }

    @Test
    void pressed_twice_it_is_brought_once() throws Exception {
        String key = UUID.randomUUID().toString();
        DocumentId one =
                care.as(LEAD, HOUR, on -> Papers.doors(on).bring(her, Papers.of("PHOTO"), Papers.text(WORDS), key));
        DocumentId again =
                care.as(LEAD, HOUR, on -> Papers.doors(on).bring(her, Papers.of("PHOTO"), Papers.text(WORDS), key));
        assertThat(again).isEqualTo(one);
        assertThat(door.reason(LEAD, doors -> doors.bring(her, Papers.of("PHOTO"), Papers.text("another"), key)))
                .isEqualTo("key-reused");
        String second = UUID.randomUUID().toString();
        for (int press = 0; press < 2; press++) {
            assertThat(care.<Integer>as(LEAD, HOUR, on -> Papers.doors(on)
                            .replace(one, new NewVersion(1, "RENEWED"), Papers.text("x"), second)))
                    .isEqualTo(2);
        }
    }

    @Test
    void what_was_withdrawn_opens_to_nobody_and_stays_in_the_list_with_its_reason() throws Exception {
        DocumentId id = brought("CERTIFICATE");
        door.does(LEAD, HOUR, doors -> doors.rename(id, new NewTitle("School, spring")));
        assertThat(row(LEAD, id).orElseThrow().title()).isEqualTo("School, spring");
        door.does(LEAD, HOUR, doors -> doors.withdraw(id, new NewWithdrawal("WRONG_PERSON")));
        DocumentRow row = row(LEAD, id).orElseThrow();
        assertThat(row.withdrawnFor()).contains("WRONG_PERSON");
        assertThat(row.withdrawn()).contains(care.now.plus(HOUR));
        assertThat(row.whole()).isFalse();
        assertThat(row.keeps()).isFalse();
        assertThat(door.reason(LEAD, doors -> doors.open(id, 1))).isEqualTo("document-withdrawn");
        assertThat(rows(LEAD, "document_piece", id)).isEqualTo("0");
        Door<Contents> read = new Door<>(care, on -> on.wired()
                .with(DocumentKeys.class, new DocumentKeys(Papers.SECRET))
                .of(Contents.class));
        assertThat(read.reason(LEAD, contents -> contents.read(id, 1)))
                .as("withdrawn while it was read: nobody altered it")
                .isEqualTo("document-withdrawn");
        assertThat(door.reason(LEAD, doors -> doors.rename(id, new NewTitle("x"))))
                .isEqualTo("document-withdrawn");
        assertThat(door.reason(LEAD, doors -> doors.withdraw(id, new NewWithdrawal("WRONG_FILE"))))
                .isEqualTo("document-withdrawn");
        assertThat(door.reason(LEAD, doors -> doors.replace(id, new NewVersion(1, "RENEWED"), Papers.text("x"), null)))
                .isEqualTo("document-withdrawn");
        assertThatThrownBy(() -> care.writes(
                        LEAD,
                        HOUR,
                        "update document set withdrawn_at = null, withdrawn_by = null, withdrawn_for = null, version = version + 1 where document_id = '%s'"
                                .formatted(id)))
                .hasMessageContaining("not permitted");
    }

    @Test
    void a_document_is_found_by_its_title_and_by_nothing_that_stands_in_it() throws Exception {
        DocumentId id = brought("CERTIFICATE");
        assertThat(found("november")).containsExactly(id);
        assertThat(found("  OF NOV ")).containsExactly(id);
        assertThat(found("%")).as("no pattern").isEmpty();
        assertThat(found("nobody else")).isEmpty();
        assertThat(door.reason(LEAD, doors -> doors.of(her, titled("a\0b")))).isEqualTo("title unprintable");
        assertThat(door.reason(LEAD, doors -> doors.of(her, titled("t".repeat(121)))))
                .isEqualTo("title too-long");
    }

    @Test
    void a_list_goes_on_where_it_stopped_the_newest_first_and_what_was_withdrawn_last() throws Exception {
        List<DocumentId> all = new java.util.ArrayList<>();
        for (int at = 0; at < 7; at++) {
            Duration later = Duration.ofMinutes(at / 2);
            all.add(care.as(LEAD, later, on -> Papers.doors(on)
                    .bring(her, Papers.of("CERTIFICATE"), Papers.text(WORDS), null)));
        }
        door.does(LEAD, HOUR, doors -> doors.withdraw(all.get(6), new NewWithdrawal("WRONG_FILE")));
        door.does(LEAD, HOUR, doors -> doors.withdraw(all.get(0), new NewWithdrawal("WRONG_FILE")));
        List<DocumentId> whole = found("");
        assertThat(whole).hasSize(7).endsWith(all.get(6), all.get(0));
        assertThat(whole.subList(0, 2)).containsExactlyInAnyOrder(all.get(5), all.get(4));
        for (int size = 1; size < 7; size++) {
            List<DocumentId> read = new java.util.ArrayList<>();
            String cursor = null;
            do {
                DocumentQuery query = new DocumentQuery("november", cursor, size);
                DocumentsView page = care.as(LEAD, HOUR, on -> Papers.doors(on).of(her, query));
                assertThat(page.documents()).hasSizeLessThanOrEqualTo(size);
                page.documents().forEach(one -> read.add(one.id()));
                cursor = page.next().orElse(null);
            } while (cursor != null);
            assertThat(read).as("by " + size).isEqualTo(whole);
        }
        for (String wrong : List.of("x", "", org.alongside.shared.Cursor.of("1", "2", "3"))) {
            assertThat(door.reason(LEAD, doors -> doors.of(her, new DocumentQuery("", wrong, 5))))
                    .isEqualTo("cursor unknown-cursor");
        }
    }

    @Test
    void neither_its_class_nor_what_stands_in_it_answers_and_no_title_to_whom_it_does_not_open() throws Exception {
        DocumentId id = brought("CERTIFICATE");
        for (String asked : List.of("CERTIFICATE", "certificate", "What nobody", "may read", "text", "note.txt")) {
            assertThat(found(asked)).as(asked).isEmpty();
        }
        Papers.agrees(care, her, MENTOR, "12");
        assertThat(care.as(MENTOR, HOUR, on -> Papers.doors(on).of(her, titled("november")))
                        .documents())
                .as("papers, and not this kind of information")
                .isEmpty();
        Papers.agrees(care, her, MENTOR, "10");
        assertThat(care.as(MENTOR, HOUR, on -> Papers.doors(on).of(her, titled("november")))
                        .documents())
                .extracting(DocumentRow::id)
                .containsExactly(id);
        assertThat(care.as(DOCTOR, HOUR, on -> Papers.doors(on).of(her, titled("november")))
                        .documents())
                .isEmpty();
    }

    @Test
    void what_stands_in_a_document_lies_in_the_database_for_whoever_has_the_key_and_nowhere_else() throws Exception {
        DocumentId id = brought("PHOTO");
        assertThat(care.below(
                        "select string_agg(encode(content, 'escape'), '') from document_piece where document_id = '%s'"
                                .formatted(id)))
                .doesNotContain("nobody else");
        assertThat(care.below(
                        "select to_jsonb(v)::text from document_version v where document_id = '%s'".formatted(id)))
                .doesNotContain(Papers.SECRET);
        assertThat(because(id, "another secret that is as long as it must be")).isEqualTo("documents-without-key");
        assertThat(because(id, null)).isEqualTo("documents-without-key");
        assertThat(because(id, "another secret that is as long as it must be," + Papers.SECRET))
                .as("older ones behind the one in use")
                .isEmpty();
        assertThatThrownBy(() -> care.as(LEAD, HOUR, on -> Papers.doors(on, "")
                        .bring(her, Papers.of("PHOTO"), Papers.text(WORDS), null)))
                .hasMessageContaining("documents-without-key");
        assertThatThrownBy(() -> new DocumentKeys("short")).hasMessageContaining("ALONGSIDE_DOCUMENT_KEY");
    }

    @Test
    void who_changes_or_moves_a_piece_from_below_is_found_out() throws Exception {
        DocumentId id = brought("PHOTO");
        DocumentId other = brought("PHOTO");
        care.below(
                "update document_piece set content = set_byte(content, 3, 255 - get_byte(content, 3)) where document_id = '%s'"
                        .formatted(id));
        assertThat(because(id, Papers.SECRET)).isEqualTo("document-altered");
        care.below(
                "update document_piece set content = (select content from document_piece where document_id = '%s') where document_id = '%s'"
                        .formatted(other, id));
        assertThat(because(id, Papers.SECRET)).as("of another document").isEqualTo("document-altered");
        care.below("delete from document_piece where document_id = '%s'".formatted(id));
        assertThat(because(id, Papers.SECRET)).as("gone").isEqualTo("document-altered");
    }

    @Test
    void a_document_without_what_stands_in_it_is_none() {
        assertThatThrownBy(() -> care.writes(LEAD, HOUR, document(LEAD, "PHOTO", 0)))
                .hasMessageContaining("not permitted");
    }

    @Test
    void nothing_comes_into_a_closed_file_and_what_is_there_is_still_read() throws Exception {
        DocumentId id = brought("PHOTO");
        care.below("update case_file set status = 'CLOSED' where case_id = '%s'".formatted(her));
        assertThatThrownBy(() ->
                        door.does(LEAD, HOUR, doors -> doors.bring(her, Papers.of("PHOTO"), Papers.text(WORDS), null)))
                .hasMessageContaining("AL004");
        assertThatThrownBy(() -> door.does(
                        LEAD, HOUR, doors -> doors.replace(id, new NewVersion(1, "RENEWED"), Papers.text("x"), null)))
                .hasMessageContaining("AL004");
        assertThat(fetched(LEAD, id, 1)).isEqualTo(WORDS);
    }

    @Test
    void a_matter_finds_its_documents_and_their_hashes_for_the_house_whose_it_is() throws Exception {
        MatterId matter = MatterId.random();
        care.below(
                "insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by) values ('%s', '%s', '%s', now(), '%s')"
                        .formatted(matter, her, LAWYER.organisation(), LAWYER.id()));
        DocumentId id = care.as(LAWYER, HOUR, on -> Papers.doors(on)
                .bring(her, new NewDocument("Contract", "LEGAL_PRIVILEGED", null, matter), Papers.text(WORDS), null));
        assertThat(ofMatter(LAWYER, matter)).containsExactly(id);
        assertThat(ofMatter(LEAD, matter)).isEmpty();
        String hash = java.util.HexFormat.of().formatHex(Sha256.begin().digest(WORDS.getBytes(StandardCharsets.UTF_8)));
        assertThat(hashed(LAWYER, id)).isEqualTo(hash);
        assertThat(hashed(LEAD, id)).isNull();
        assertThatThrownBy(() -> care.as(LEAD, HOUR, on -> Papers.doors(on)
                        .bring(her, new NewDocument("Contract", "PHOTO", null, matter), Papers.text(WORDS), null)))
                .as("a matter of another house")
                .hasMessageContaining("42501");
        assertThat(care.below("select case_named('%s')".formatted(id))).isEqualTo(her.toString());
    }

    @Test
    void the_new_lead_keeps_what_the_old_one_brought() throws Exception {
        DocumentId id = brought("CERTIFICATE");
        DocumentId mentors = care.as(
                MENTOR, HOUR, on -> Papers.doors(on).bring(her, Papers.of("CERTIFICATE"), Papers.text(WORDS), null));
        assertThat(row(LEAD, mentors).orElseThrow().keeps())
                .as("who leads keeps it, too")
                .isTrue();
        door.does(LEAD, HOUR, doors -> doors.withdraw(mentors, new NewWithdrawal("WRONG_FILE")));
        Papers.agrees(care, her, MENTOR, "10,12");
        assertThat(row(MENTOR, id).orElseThrow().keeps())
                .as("who reads does not")
                .isFalse();
        assertThat(objection(MENTOR, id)).isEqualTo("not-yours-to-write");
        care.writes(
                MENTOR,
                HOUR,
                "update document set title = 'x', version = version + 1 where document_id = '%s'".formatted(id));
        assertThat(row(LEAD, id).orElseThrow().title()).as("nor past the door").isEqualTo("Letter of November");
    }

    private static DocumentQuery titled(String title) {
        return new DocumentQuery(title, null, 100);
    }

    private DocumentId brought(String documentClass) throws Exception {
        return care.as(BROUGHT_BY.get(documentClass), Duration.ZERO, on -> Papers.doors(on)
                .bring(her, Papers.of(documentClass), Papers.text(WORDS), null));
    }

    /** How many rows of it there are to somebody: of the document, its versions, and what stands in them. */
    private String everyRow(Who who, DocumentId id) throws Exception {
        return care.sees(
                who,
                HOUR,
                "select concat_ws(' ', %s)"
                        .formatted(java.util.stream.Stream.of("document", "document_version", "document_piece")
                                .map(table -> "(select count(*) from %s where document_id = '%s')".formatted(table, id))
                                .collect(java.util.stream.Collectors.joining(", "))));
    }

    private String rows(Who who, String table, DocumentId id) throws Exception {
        return care.sees(who, HOUR, "select count(*) from %s where document_id = '%s'".formatted(table, id));
    }

    private java.util.Optional<DocumentRow> row(Who who, DocumentId id) throws Exception {
        return care.as(who, HOUR, on -> {
            try {
                return Papers.doors(on).of(her, titled("")).documents().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst();
            } catch (Refusal notOpen) {
                assertThat(notOpen.reasons().get(0).code()).isEqualTo("documents-not-open");
                return java.util.Optional.empty();
            }
        });
    }

    /** What the gate says before the door, and the door after it; empty where it is fetched. */
    private String mayOpen(Who who, DocumentId id) throws Exception {
        String objection = objection(who, id, Permission.OPEN_DOCUMENT);
        if (objection.isEmpty()) {
            assertThat(fetched(who, id, 1)).isEqualTo(WORDS);
        }
        return objection;
    }

    private String objection(Who who, DocumentId id) throws Exception {
        return objection(who, id, Permission.KEEP_DOCUMENT);
    }

    private String objection(Who who, DocumentId id, Permission permission) throws Exception {
        return care.as(who, HOUR, on -> {
            Caller caller = who.at(care.now.plus(HOUR));
            DocumentPolicy policy = on.of(DocumentPolicy.class);
            return policy.standing(caller, id)
                    .map(standing -> policy.objections(caller, permission, id, standing).stream()
                            .map(org.alongside.shared.Reason::code)
                            .findFirst()
                            .orElse(""))
                    .orElse("not-there");
        });
    }

    private String fetched(Who who, DocumentId id, int number) throws Exception {
        return care.as(who, HOUR, on -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Papers.doors(on).open(id, number).to(out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    /** Why it cannot be fetched with such a key; empty where it can. */
    private String because(DocumentId id, String secret) throws Exception {
        return care.as(LEAD, HOUR, (On on) -> {
            try {
                Papers.doors(on, secret).open(id, 1).close();
                return "";
            } catch (Refusal refused) {
                return refused.reasons().get(0).code();
            }
        });
    }

    private List<DocumentId> found(String title) throws Exception {
        return care.as(LEAD, HOUR, on -> Papers.doors(on).of(her, titled(title))).documents().stream()
                .map(DocumentRow::id)
                .toList();
    }

    private List<DocumentId> ofMatter(Who who, MatterId matter) throws Exception {
        return care.as(who, HOUR, on -> on.of(DocumentsOfMatter.class).of(matter)).stream()
                .map(DocumentsOfMatter.OfMatter::id)
                .toList();
    }

    private String hashed(Who who, DocumentId id) throws Exception {
        return care.as(who, HOUR, on -> on.of(DocumentsOfMatter.class)
                .hashed(id, 1, who.at(care.now.plus(HOUR)))
                .map(DocumentsOfMatter.Hashed::kept)
                .orElse(null));
    }

    private String document(Who who, String documentClass, int category) {
        return """
                insert into document (document_id, case_id, organisation_id, class, category, title, brought_at, brought_by)
                values (gen_random_uuid(), '%s', '%s', '%s', %d, 'A letter', caller_now(), '%s')
                """.formatted(her, who.organisation(), documentClass, category, who.id());
    }
}
