package org.alongside.police;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.SurvivorAdmitted;
import org.alongside.police.NewPoliceRecord.NewPoliceNote;
import org.alongside.police.NewPoliceRecord.NewPoliceShare;
import org.alongside.police.NewPoliceRecord.NewProtectionNeed;
import org.alongside.police.PoliceEvent.ThreatTold;
import org.alongside.police.PoliceEvent.ThreatsEnded;
import org.alongside.police.PoliceEvent.ThreatsRead;
import org.alongside.setup.Care;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
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
    void a_house_that_is_left_to_know_that_she_was_there_hears_of_no_threat() throws Exception {
        door.does(POLICE, HOUR, doors -> doors.share(her, new NewPoliceShare("THREAT", "He asks around"), null));
        assertThat(rows(MANAGER, "police_share")).isEqualTo("1");
        care.below(
                "update access_grant set level = 'E' where case_id = '%s' and organisation_id = '%s' and category = 2 returning 1"
                        .formatted(her, MANAGER.organisation()));
        assertThat(rows(MANAGER, "police_share")).isEqualTo("0");
        assertThat(door.reason(MANAGER, doors -> doors.threats(her))).isEqualTo("police-store-not-open");
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

    @Test
    void a_threat_is_read_once_by_the_house_where_she_lives_and_whoever_told_it_learns_nothing() throws Exception {
        livesWithManager();
        List<Object> told = tell("THREAT");
        ThreatTold threat = (ThreatTold) told.get(0);
        assertThat(told).hasSize(1);
        assertThat(threat.readBy()).isEqualTo(care.now.plus(HOUR).plus(HOUR));
        assertThat(tell("SUMMARY")).as("a summary asks nobody").isEmpty();
        assertThat(notices(MANAGER)).as("before the process has looked").isEqualTo("0");
        assertThat(house(threat)).contains(new OrganisationId(MANAGER.organisation()));
        assertThat(notices(MANAGER)).isEqualTo("1");
        assertThat(notices(new Who(7, 3, "SUP"))).as("who supervises there").isEqualTo("1");
        for (Who who : List.of(POLICE, PROSECUTION, LEAD, SUPERVISOR, SHIFT, LAWYER, OTHER_MANAGER, COORDINATOR)) {
            assertThat(notices(who)).as(who.toString()).isEqualTo("0");
        }
        assertThat(readBy(MANAGER)).containsExactly(new ThreatsRead(List.of(threat.id())));
        assertThat(readBy(MANAGER)).as("once").isEmpty();
        assertThat(house(threat)).as("nobody is asked who has read it").isEmpty();
        assertThat(read(POLICE).shares())
                .extracting(PoliceStore.PoliceShare::words)
                .contains("He asks around");
        PoliceStore.PoliceShare share = read(POLICE).shares().stream()
                .filter(one -> one.kind().equals("THREAT"))
                .findFirst()
                .orElseThrow();
        assertThat(heard(POLICE, on -> on.of(PoliceService.class).withdraw(her, share.id())))
                .containsExactly(new ThreatsEnded(List.of(threat.id())));
    }

    @Test
    void to_whoever_tells_it_there_is_a_house_or_none_in_the_same_way() throws Exception {
        List<Object> none = tell("THREAT");
        assertThat(house((ThreatTold) none.get(0))).isEmpty();
        String audited = audit();
        PoliceStore before = read(POLICE);
        her = care.investigated(false, true);
        livesWithManager();
        List<Object> one = tell("THREAT");
        assertThat(house((ThreatTold) one.get(0))).isPresent();
        assertThat(((ThreatTold) one.get(0)).readBy()).isEqualTo(((ThreatTold) none.get(0)).readBy());
        assertThat(audit()).isEqualTo(audited);
        assertThat(read(POLICE).shares().get(0).words())
                .isEqualTo(before.shares().get(0).words());
        for (String act : List.of(
                "threat_house('%s')".formatted(((ThreatTold) one.get(0)).id()),
                "hears_in_house('%s', '%s')".formatted(her, MANAGER.organisation()))) {
            String asked = "select " + act;
            assertThat(answer(POLICE, asked)).as(act).isIn("f", "42501");
        }
        assertThat(answer(POLICE, "select count(*) from threats_read('%s')".formatted(her)))
                .isEqualTo("0");
    }

    @Test
    void a_threat_goes_with_her_into_the_house_where_she_moves_and_with_her_file() throws Exception {
        ThreatTold threat = (ThreatTold) tell("THREAT").get(0);
        UUID bed = livesWithManager();
        List<Object> moved = heard(MANAGER, on -> on.of(ThreatsFollow.class)
                .movedIn(new SurvivorAdmitted(List.of(new PlacementId(bed)), care.now)));
        assertThat(moved)
                .containsExactly(
                        new ThreatsEnded(List.of(threat.id())),
                        new ThreatTold(threat.id(), care.now.plus(HOUR).plus(HOUR)));
        assertThat(movedOut(MANAGER, bed))
                .as("asked no more, unless the process finds her elsewhere")
                .containsExactly(
                        new ThreatsEnded(List.of(threat.id())),
                        new ThreatTold(threat.id(), care.now.plus(HOUR).plus(HOUR)));
        assertThat(movedOut(OTHER_MANAGER, bed))
                .as("of another's bed nothing is told")
                .isEmpty();
        readBy(MANAGER);
        assertThat(heard(MANAGER, on -> on.of(ThreatsFollow.class)
                        .movedIn(new SurvivorAdmitted(List.of(new PlacementId(bed)), care.now))))
                .as("who has read it is not asked again")
                .isEmpty();
        assertThat(heard(LEAD, on -> on.of(ThreatsFollow.class).closed(new CaseClosed(her, false))))
                .containsExactly(new ThreatsEnded(List.of(threat.id())));
        assertThat(heard(POLICE, on -> on.of(ThreatsFollow.class).closed(new CaseClosed(her, false))))
                .isEmpty();
    }

    @Test
    void the_house_that_took_her_in_goes_on_being_asked_where_the_one_before_writes_afterwards_that_she_left()
            throws Exception {
        UUID before = livesWithManager();
        ThreatTold threat = (ThreatTold) tell("THREAT").get(0);
        UUID after = livesWith(OTHER_MANAGER, "now() + interval '1 minute'");
        assertThat(house(threat)).contains(new OrganisationId(OTHER_MANAGER.organisation()));
        left(before);
        assertThat(movedOut(MANAGER, before)).isEmpty();
        assertThat(house(threat)).contains(new OrganisationId(OTHER_MANAGER.organisation()));
        left(after);
        assertThat(movedOut(OTHER_MANAGER, after)).hasSize(2);
        assertThat(house(threat)).as("she lives nowhere").isEmpty();
    }

    @Test
    void the_house_where_she_still_lives_is_asked_again_where_she_leaves_the_one_to_which_she_went_for_a_while()
            throws Exception {
        livesWithManager();
        UUID aWhile = livesWith(OTHER_MANAGER, "now() + interval '1 minute'");
        ThreatTold threat = (ThreatTold) tell("THREAT").get(0);
        left(aWhile);
        assertThat(movedOut(OTHER_MANAGER, aWhile))
                .containsExactly(
                        new ThreatsEnded(List.of(threat.id())),
                        new ThreatTold(threat.id(), care.now.plus(HOUR).plus(HOUR)));
        assertThat(house(threat)).contains(new OrganisationId(MANAGER.organisation()));
    }

    @Test
    void that_the_house_reads_it_where_she_lives_no_more_is_no_answer_for_the_one_that_is_asked() throws Exception {
        livesWithManager();
        ThreatTold threat = (ThreatTold) tell("THREAT").get(0);
        livesWith(OTHER_MANAGER, "now() + interval '1 minute'");
        assertThat(house(threat)).contains(new OrganisationId(OTHER_MANAGER.organisation()));
        assertThat(readBy(MANAGER)).isEmpty();
        assertThat(threats()).hasSize(1);
        assertThat(house(threat)).contains(new OrganisationId(OTHER_MANAGER.organisation()));
    }

    @Test
    void nobody_is_asked_any_more_where_she_goes_back_to_a_house_that_has_read_it() throws Exception {
        UUID before = livesWithManager();
        ThreatTold threat = (ThreatTold) tell("THREAT").get(0);
        assertThat(readBy(MANAGER)).hasSize(1);
        UUID aWhile = livesWith(OTHER_MANAGER, "now() + interval '1 minute'");
        assertThat(house(threat)).contains(new OrganisationId(OTHER_MANAGER.organisation()));
        left(before);
        livesWith(MANAGER, "now() + interval '2 minutes'");
        left(aWhile);
        assertThat(movedOut(OTHER_MANAGER, aWhile))
                .as("the house that she left for the one that knows is let go")
                .hasSize(2);
        assertThat(house(threat)).isEmpty();
    }

    @Test
    void that_a_house_reads_it_which_she_left_for_one_that_has_read_it_is_answer_enough() throws Exception {
        UUID before = livesWith(OTHER_MANAGER, "now()");
        ThreatTold threat = (ThreatTold) tell("THREAT").get(0);
        assertThat(house(threat)).contains(new OrganisationId(OTHER_MANAGER.organisation()));
        care.below("update threat_notice set read_at = asked_at, read_by = '%s' where case_id = '%s'"
                .formatted(OTHER_MANAGER.id(), her));
        livesWith(MANAGER, "now() + interval '1 minute'");
        assertThat(house(threat)).contains(new OrganisationId(MANAGER.organisation()));
        left(before);
        livesWith(OTHER_MANAGER, "now() + interval '2 minutes'");
        assertThat(readBy(MANAGER)).hasSize(1);
    }

    private List<Object> movedOut(Who who, UUID bed) throws Exception {
        return heard(who, on -> on.of(ThreatsFollow.class)
                .movedOut(new PlacementEnded(List.of(new PlacementId(bed)), "PLANNED", "OTHER", care.now)));
    }

    private void left(UUID bed) throws Exception {
        care.below("""
                begin; set local session_replication_role = replica;
                update placement set status = 'ENDED', end_reason = 'MOVED_OTHER_SHELTER', next_type = 'OTHER', ended_at = admitted_at, ended_by = admitted_by
                 where placement_id = '%s';
                commit
                """.formatted(bed));
    }

    private List<Object> tell(String kind) throws Exception {
        return heard(
                POLICE, on -> on.of(PoliceService.class).share(her, new NewPoliceShare(kind, "He asks around"), null));
    }

    private List<Object> readBy(Who who) throws Exception {
        return heard(who, on -> on.of(PoliceService.class).threats(her));
    }

    @FunctionalInterface
    private interface Deed {
        void in(Care.On on) throws Exception;
    }

    private List<Object> heard(Who who, Deed deed) throws Exception {
        return care.as(who, HOUR, on -> {
            deed.in(on);
            return List.copyOf(on.told());
        });
    }

    private Optional<OrganisationId> house(ThreatTold threat) throws Exception {
        return care.as(Who.SYSTEM, HOUR, on -> on.of(PoliceService.class).house(threat.id()));
    }

    private String notices(Who who) throws Exception {
        return rows(who, "threat_notice");
    }

    private String audit() throws Exception {
        return care.below(
                "select coalesce(string_agg(action || outcome, ',' order by seq), '') from audit_event where case_id = '%s'"
                        .formatted(her));
    }

    private String answer(Who who, String question) {
        try {
            return care.sees(who, HOUR, question);
        } catch (SQLException refused) {
            return refused.getSQLState();
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    /** A bed in the manager's house, from below. */
    private UUID livesWithManager() throws Exception {
        return livesWith(MANAGER, "now()");
    }

    private UUID livesWith(Who manager, String since) throws Exception {
        UUID bed = UUID.randomUUID();
        care.below("""
                begin; set local session_replication_role = replica;
                insert into placement (placement_id, case_id, organisation_id, referral_id, facility_id, bed_id, status, age_band, child, sex, language,
                                       rights_told_in, rules_told_in, requested_at, requested_by, changed_at, changed_by, admitted_at, admitted_by)
                  values ('%1$s', '%2$s', '%3$s', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'ADMITTED', '25_34', false, 'FEMALE', 'eng',
                          'eng', 'eng', now(), '%4$s', now(), '%4$s', %5$s, '%4$s');
                commit
                """.formatted(bed, her, manager.organisation(), manager.id(), since));
        return bed;
    }

    private List<PoliceStore.PoliceWord> summaries() throws Exception {
        return care.as(COORDINATOR, HOUR, on -> on.of(PoliceService.class).summaries());
    }

    private String rows(Who who, String table) throws Exception {
        return care.sees(who, DAY, "select count(*) from %s where case_id = '%s'".formatted(table, her));
    }
}
