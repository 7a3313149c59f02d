package org.alongside.police;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.police.NewPoliceRecord.NewPoliceNote;
import org.alongside.police.NewPoliceRecord.NewPoliceShare;
import org.alongside.police.NewPoliceRecord.NewProtectionNeed;
import org.alongside.setup.Care;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What police and prosecution keep, through its doors and past them: each agency its own, and nobody else a row but what they told themselves. */
class PoliceStoreTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Who POLICE = new Who(13, 7, "LEL");
    private static final Who PROSECUTION = new Who(24, 11, "PRL");
    private static final Who LAWYER = new Who(12, 6, "LAW");
    private static final Who MANAGER = new Who(7, 3, "SHM");
    private static final Who OTHER_MANAGER = new Who(9, 4, "SHM");
    private static final Who COORDINATOR = new Who(14, 8, "NRM");
    private static final List<String> TABLES =
            List.of("police_record", "police_note", "protection_need", "police_share");
    private static final List<Who> EVERYBODY_ELSE = List.of(
            LEAD,
            SUPERVISOR,
            COLLEAGUE,
            SHIFT,
            LAWYER,
            OTHER_MANAGER,
            PROSECUTION,
            new Who(10, 5, "COU"),
            new Who(23, 10, "HLT"),
            new Who(15, 8, "DPO"),
            new Who(16, 9, "ADM"));

    private final Care care = new Care(TestDatabase.get());
    private final Door<PoliceService> door = new Door<>(care, on -> on.of(PoliceService.class));
    private CaseId her;

    @BeforeEach
    void police_and_prosecution_and_a_house_know_of_her() throws Exception {
        her = care.investigated(false, true);
    }

    @Test
    void an_agency_reads_its_own_and_nobody_else_a_row_of_it_not_even_the_other_agency() throws Exception {
        keeps(POLICE);
        PoliceStore own = read(POLICE);
        assertThat(own.kept()).hasValueSatisfying(kept -> {
            assertThat(kept.reference()).isEqualTo("A-17");
            assertThat(kept.contact()).contains("Duty officer");
        });
        assertThat(own.notes()).extracting(PoliceStore.PoliceNote::words).containsExactly("Seen at the station");
        assertThat(own.needs()).extracting(PoliceStore.ProtectionNeed::measure).containsExactly("PHYSICAL_PROTECTION");
        for (Who who : EVERYBODY_ELSE) {
            for (String table : TABLES) {
                assertThat(rows(who, table)).as(who + " " + table).isEqualTo("0");
            }
            if (!who.equals(PROSECUTION)) {
                assertThat(door.reason(who, doors -> doors.of(her))).isEqualTo("police-store-not-open");
            }
        }
        assertThat(read(PROSECUTION).notes()).isEmpty();
        keeps(PROSECUTION);
        assertThat(rows(POLICE, "police_note")).as("each its own").isEqualTo("1");
        assertThat(rows(PROSECUTION, "police_note")).isEqualTo("1");
    }

    @Test
    void a_threat_reaches_the_manager_of_her_house_and_a_summary_the_coordinator_only_where_it_was_told()
            throws Exception {
        keeps(POLICE);
        assertThat(rows(MANAGER, "police_share")).isEqualTo("0");
        assertThat(rows(COORDINATOR, "police_share")).isEqualTo("0");
        door.does(POLICE, HOUR, doors -> doors.share(her, new NewPoliceShare("THREAT", "He asks around"), null));
        door.does(POLICE, HOUR, doors -> doors.share(her, new NewPoliceShare("SUMMARY", "Two cells found"), null));
        String code = care.below("select case_code from case_file where case_id = '%s'".formatted(her));
        assertThat(threats()).extracting(PoliceStore.PoliceWord::words).containsExactly("He asks around");
        assertThat(summaries())
                .filteredOn(word -> word.caseCode().equals(code))
                .extracting(PoliceStore.PoliceWord::words)
                .containsExactly("Two cells found");
        assertThat(rows(MANAGER, "police_share")).as("and not the summary").isEqualTo("1");
        assertThat(rows(COORDINATOR, "police_share")).as("and not the threat").isEqualTo("1");
        for (Who who : EVERYBODY_ELSE) {
            assertThat(rows(who, "police_share")).as(who.toString()).isEqualTo("0");
        }
        assertThat(door.reason(OTHER_MANAGER, doors -> doors.threats(her))).isEqualTo("police-store-not-open");
        assertThat(door.reason(POLICE, doors -> doors.threats(her)))
                .as("whether there is a house they are not told")
                .isEqualTo("police-store-not-open");
        for (PoliceStore.PoliceShare share : read(POLICE).shares()) {
            assertThat(door.reason(PROSECUTION, doors -> doors.withdraw(her, share.id())))
                    .isEqualTo("ended-already");
            door.does(POLICE, HOUR, doors -> doors.withdraw(her, share.id()));
        }
        assertThat(rows(MANAGER, "police_share")).as("taken back").isEqualTo("0");
        assertThat(rows(COORDINATOR, "police_share")).isEqualTo("0");
    }

    @Test
    void a_summary_is_over_for_coordinators_with_what_she_agreed_to_and_with_the_file() throws Exception {
        door.does(POLICE, HOUR, doors -> doors.share(her, new NewPoliceShare("SUMMARY", "Two cells found"), null));
        assertThat(rows(COORDINATOR, "police_share")).isEqualTo("1");
        care.below("update case_file set status = 'CLOSED' where case_id = '%s' returning 1".formatted(her));
        assertThat(rows(COORDINATOR, "police_share")).as("the file is closed").isEqualTo("0");
        care.below("update case_file set status = 'ACTIVE' where case_id = '%s' returning 1".formatted(her));
        assertThat(rows(COORDINATOR, "police_share")).isEqualTo("1");
        care.below(
                "update access_grant set ended_at = now(), ended_by = given_by, end_reason = 'CONSENT_WITHDRAWN' where case_id = '%s' and organisation_id = '%s' returning 1"
                        .formatted(her, POLICE.organisation()));
        assertThat(rows(COORDINATOR, "police_share"))
                .as("she took back what the agency may know")
                .isEqualTo("0");
    }

    @Test
    void what_is_shared_with_a_threat_looks_the_same_to_police_whether_or_not_a_house_shelters_her() throws Exception {
        door.does(POLICE, HOUR, doors -> doors.share(her, new NewPoliceShare("THREAT", "He asks around"), null));
        String sheltered = shares();
        her = care.investigated(false, false);
        care.below(
                "update access_grant set ended_at = now(), ended_by = given_by, end_reason = 'CONSENT_WITHDRAWN' where case_id = '%s' and organisation_id = '%s' returning 1"
                        .formatted(her, MANAGER.organisation()));
        door.does(POLICE, HOUR, doors -> doors.share(her, new NewPoliceShare("THREAT", "He asks around"), null));
        assertThat(shares()).isEqualTo(sheltered);
        assertThat(rows(MANAGER, "police_share")).isEqualTo("0");
    }

    @Test
    void nobody_writes_into_the_store_of_an_agency_and_none_into_the_others() throws Exception {
        keeps(POLICE);
        UUID need = read(POLICE).needs().get(0).id();
        assertThat(door.reason(POLICE, doors -> doors.need(her, new NewProtectionNeed("PHYSICAL_PROTECTION"), null)))
                .isEqualTo("police-need-noted");
        assertThat(door.reason(PROSECUTION, doors -> doors.endNeed(her, need))).isEqualTo("ended-already");
        door.does(POLICE, HOUR, doors -> doors.endNeed(her, need));
        assertThat(door.reason(POLICE, doors -> doors.endNeed(her, need))).isEqualTo("ended-already");
        for (Who who : List.of(LEAD, LAWYER, MANAGER, COORDINATOR)) {
            assertThat(door.reason(who, doors -> doors.note(her, new NewPoliceNote("x"), null)))
                    .isEqualTo("police-store-not-open");
            for (String past : List.of(
                    "select police_note_write(gen_random_uuid(), '%s', 'x')",
                    "select police_share_tell(gen_random_uuid(), '%s', 'THREAT', 'x')",
                    "select police_record_keep(gen_random_uuid(), '%s', 'x', null, null)",
                    "select protection_need_note(gen_random_uuid(), '%s', 'RELOCATION')")) {
                assertThatThrownBy(() -> care.writes(who, HOUR, past.formatted(her)))
                        .as(who + past)
                        .hasMessageContaining("not permitted");
            }
        }
        assertThat(door.reason(POLICE, doors -> doors.note(her, new NewPoliceNote(" "), null)))
                .isEqualTo("words missing");
        assertThat(door.reason(POLICE, doors -> doors.keep(her, new NewPoliceRecord("", null, null))))
                .isEqualTo("reference missing");
    }

    private void keeps(Who who) throws Exception {
        door.does(who, HOUR, doors -> {
            doors.keep(her, new NewPoliceRecord("A-17", null, "Duty officer"));
            doors.note(her, new NewPoliceNote("Seen at the station"), null);
            doors.need(her, new NewProtectionNeed("PHYSICAL_PROTECTION"), null);
        });
    }

    /** All that police read of what they told, but for its id. */
    private String shares() throws Exception {
        return care.as(POLICE, HOUR, on -> on.of(PoliceService.class).of(her).shares().stream()
                .map(one -> one.kind() + one.words() + one.sharedAt() + one.own())
                .toList()
                .toString());
    }

    private PoliceStore read(Who who) throws Exception {
        return care.as(who, HOUR, on -> on.of(PoliceService.class).of(her));
    }

    private List<PoliceStore.PoliceWord> threats() throws Exception {
        return care.as(MANAGER, HOUR, on -> on.of(PoliceService.class).threats(her));
    }

    private List<PoliceStore.PoliceWord> summaries() throws Exception {
        return care.as(COORDINATOR, HOUR, on -> on.of(PoliceService.class).summaries());
    }

    private String rows(Who who, String table) throws Exception {
        return care.sees(who, DAY, "select count(*) from %s where case_id = '%s'".formatted(table, her));
    }
}
