package org.alongside.housing;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Openness;
import org.alongside.access.Openness.AssignmentFact;
import org.alongside.access.Openness.GrantFact;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.housing.AddressService.NewEscort;
import org.alongside.housing.FacilityService.Occupancy;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.Shelter.Built;
import org.alongside.housing.Shelter.Deed;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** By SQL alone, past every door: who finds what of houses and placements, and what nobody does to them. */
class HousingRowsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> SECRET = List.of(
            "facility",
            "room",
            "bed",
            "bed_use",
            "facility_address",
            "night_change",
            "family",
            "family_word",
            "placement",
            "placement_minimum",
            "housing_known",
            "kept_apart",
            "move_agreement",
            "escort");

    private final Shelter shelter = new Shelter(TestDatabase.get());

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void police_prosecution_lawyers_and_administrators_find_no_trace_of_a_house() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.livesIn(shelter.woman(), house.beds().get(0));
        UUID caseId =
                UUID.fromString(shelter.below("select case_id from placement where placement_id = '" + her + "'"));
        for (Who who :
                List.of(new Who(13, 7, "LEL"), new Who(24, 11, "PRL"), new Who(12, 6, "LAW"), new Who(16, 9, "ADM"))) {
            open(caseId, who, "2", "R");
            for (String table : SECRET) {
                assertThat(shelter.sees(who, HOUR, "select count(*) from " + table))
                        .as(who.role() + " " + table)
                        .isEqualTo("0");
            }
            String taken =
                    "insert into facility (facility_id, organisation_id, team_id, code_name, type, security, staffed, zone, opened_at,"
                            + " opened_by) values ('%s', caller_organisation(), '%s', 'x', 'x', 'x', 'x', 'UTC', now(), caller_worker())";
            assertThat(failure(who, taken.formatted(house.id(), Who.demo("a000", who.house()))))
                    .as("a house that is there, and one that is not")
                    .isEqualTo(failure(who, taken.formatted(UUID.randomUUID(), Who.demo("a000", who.house()))));
            String known = "insert into move_agreement values ('%s', '%s', caller_now(), caller_worker())";
            assertThat(failure(who, known.formatted(her, caseId)))
                    .isEqualTo(failure(who, known.formatted(UUID.randomUUID(), caseId)));
            for (String function :
                    List.of("hold_ends('%s')", "meets('%s', '" + house.id() + "')", "escorts_to('%s')")) {
                assertThat(outcome(who, "select " + function.formatted(her)))
                        .as(who.role() + " " + function)
                        .isEqualTo(outcome(who, "select " + function.formatted(UUID.randomUUID())));
            }
        }
    }

    @Test
    void the_manager_of_another_shelter_is_answered_the_same_of_beds_that_are_there_and_that_are_not()
            throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        shelter.livesIn(shelter.child(), house.beds().get(0));
        Who other = new Who(9, 4, "SHM");
        for (String statement : List.of(
                "insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, closed_for) values ('%1$s', '%2$s', '%3$s', caller_organisation(), 'CLOSED', tstzrange(caller_now(), null), 'REPAIR')",
                "insert into room (room_id, facility_id, organisation_id, label, one_family) values (gen_random_uuid(), '%3$s', caller_organisation(), 'Room 0', false)",
                "insert into bed (bed_id, room_id, facility_id, organisation_id, label, made_at, made_by) values (gen_random_uuid(), '%2$s', '%3$s', caller_organisation(), '0-0', caller_now(), caller_worker())",
                "insert into facility_address (facility_id, organisation_id, address, written_at, written_by) values ('%3$s', caller_organisation(), 'x', caller_now(), caller_worker())",
                "select bed_vacated('%1$s')")) {
            assertThat(failure(
                            other,
                            statement.formatted(
                                    house.beds().get(0), house.rooms().get(0), house.id())))
                    .isEqualTo(failure(
                            other, statement.formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID())));
        }
    }

    @Test
    void a_coordinator_counts_by_code_name_and_finds_nobody() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        PlacementId her = shelter.livesIn(shelter.woman(), house.beds().get(0));
        Who coordinator = new Who(14, 8, "NRM");
        for (String table : List.of(
                "placement",
                "placement_minimum",
                "bed_use",
                "bed",
                "facility_address",
                "escort",
                "night_change",
                "family",
                "family_word",
                "family_word")) {
            assertThat(shelter.sees(coordinator, HOUR, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(board(coordinator)).isEmpty();
        assertThat(shelter.status(her)).isEqualTo("ADMITTED");
    }

    /** A counter that is asked tonight, again and again, tells the hour of an arrival; a house with one bed is a person. */
    @Test
    void a_coordinator_is_told_of_nights_that_are_over_and_of_small_houses_only_together() throws Exception {
        try (Shelter all = new Shelter(TestDatabase.own())) {
            Who coordinator = new Who(14, 8, "NRM");
            Duration later = HOUR.multipliedBy(48);
            all.arrange("""
                    update facility set closed_at = opened_at, closed_by = opened_by, closes_at = opened_at, closing_reason = 'OTHER',
                           closing_planned_by = opened_by
                    """);
            assertThat(told(all, coordinator, later)).as("no house").isEmpty();
            Built one = all.house(Shelter.anybody(), 1, 1);
            assertThat(told(all, coordinator, later)).as("one bed is a person").isEmpty();
            Built two = all.house(Shelter.anybody(), 1, 2);
            Built six = all.house(Shelter.anybody(), 2, 3);
            Built seven = all.house(Shelter.anybody(), 1, 7);
            all.livesIn(all.woman(), one.beds().get(0));
            all.livesIn(all.woman(), seven.beds().get(0));
            assertThat(told(all, coordinator, later))
                    .as("two small ones are three beds: the next one goes with them")
                    .containsExactly(name(all, seven) + " 1: 1 of 7", "- 3: 1 of 9");
            all.house(Shelter.anybody(), 1, 4);
            assertThat(told(all, coordinator, later))
                    .containsExactlyInAnyOrder(
                            name(all, seven) + " 1: 1 of 7", name(all, six) + " 1: 0 of 6", "- 3: 1 of 7");
            LocalDate night =
                    all.now.plus(later).atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
            assertThat(catchThrowableOfType(
                                    Refusal.class,
                                    () -> all.as(coordinator, later, doors -> doors.houses()
                                            .occupancy(night)))
                            .reasons()
                            .get(0)
                            .code())
                    .isEqualTo("night-not-over");
            assertThat(all.sees(coordinator, later, "select count(*) from nights_told('" + night + "')"))
                    .as("past every door")
                    .isEqualTo("0");
            assertThat(all.sees(MANAGER, later, "select count(*) from nights_told('" + night.minusDays(1) + "')"))
                    .as("a coordinator's alone")
                    .isEqualTo("0");
            List<Occupancy> own = all.as(
                    MANAGER, HOUR, doors -> doors.houses().occupancy(null).houses());
            assertThat(own)
                    .as("tonight, to the house itself, each by its name")
                    .hasSize(5)
                    .anySatisfy(mine -> {
                        assertThat(mine.facility()).contains(two.id());
                        assertThat(mine.usable()).isEqualTo(2);
                    });
        }
    }

    private static List<String> told(Shelter all, Who coordinator, Duration later) throws Exception {
        return all
                .as(coordinator, later, doors -> doors.houses().occupancy(null).houses())
                .stream()
                .map(one ->
                        one.codeName().orElse("-") + " " + one.houses() + ": " + one.livedIn() + " of " + one.usable())
                .toList();
    }

    private static String name(Shelter all, Built house) throws Exception {
        return all.below("select code_name from facility where facility_id = '" + house.id() + "'");
    }

    @Test
    void the_lead_knows_code_name_status_and_dates_and_neither_bed_nor_company() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.livesIn(shelter.woman(), house.beds().get(0));
        String its = " where placement_id = '" + her + "'";
        assertThat(shelter.sees(
                        LEAD,
                        HOUR,
                        "select status || (code_name like 'Rowan%') || (admitted_at is not null) from placement_minimum"
                                + its))
                .isEqualTo("ADMITTEDtruetrue");
        assertThat(shelter.sees(LEAD, HOUR, "select count(*) from placement" + its))
                .isEqualTo("0");
        for (String table : List.of("facility", "bed", "bed_use", "facility_address")) {
            assertThat(shelter.sees(LEAD, HOUR, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo("0");
        }
        Who otherShelter = new Who(9, 4, "SHM");
        for (String table : SECRET) {
            assertThat(shelter.sees(
                            otherShelter,
                            HOUR,
                            "select count(*) from " + table
                                    + (table.matches("facility|room|bed|bed_use|facility_address|night_change|family")
                                            ? " where organisation_id = '" + Who.demo("9000", 3) + "'"
                                            : "")))
                    .as("another shelter: " + table)
                    .isEqualTo("0");
        }
        Who colleague = new Who(2, 1, "CW");
        assertThat(shelter.sees(colleague, HOUR, "select count(*) from placement_minimum" + its))
                .isEqualTo("0");
    }

    @Test
    void what_is_told_of_her_housing_has_the_houses_part_for_the_house_alone() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.livesIn(shelter.woman(), house.beds().get(0));
        CaseId caseId = CaseId.of(shelter.below("select case_id from placement where placement_id = '" + her + "'"));
        Who counsellor = new Who(10, 5, "COU");
        open(caseId.value(), counsellor, "2", "R");
        RoleMatrix matrix = matrix();
        HousingView houses = told(MANAGER, caseId, reach(MANAGER, 'W', "REFERRAL", matrix));
        assertThat(houses.requestable()).isTrue();
        assertThat(houses.placements().get(0).own().orElseThrow().bed())
                .contains(house.beds().get(0));
        HousingView leads = told(LEAD, caseId, reach(LEAD, 'M', "LEAD", matrix));
        assertThat(leads.placements()).singleElement().satisfies(one -> {
            assertThat(one.codeName().orElseThrow()).startsWith("Rowan");
            assertThat(one.status()).isEqualTo("ADMITTED");
            assertThat(one.own()).isEmpty();
        });
        assertThat(leads.requestable()).isFalse();
        HousingView exists = told(counsellor, caseId, reach(counsellor, 'R', "CONSENT", matrix));
        assertThat(exists.asked()).isTrue();
        assertThat(exists.placements()).isEmpty();
    }

    @Test
    void a_house_is_there_for_those_who_work_in_it_and_for_nobody_else() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        for (Who who : List.of(
                MANAGER,
                SHIFT,
                LEAD,
                new Who(9, 4, "SHM"),
                new Who(13, 7, "LEL"),
                new Who(16, 9, "ADM"),
                new Who(14, 8, "NRM"))) {
            boolean there = shelter.as(who, HOUR, doors -> doors.policy()
                    .standing(doors.caller(), house.id())
                    .isPresent());
            assertThat(there).as(who.toString()).isEqualTo(who.house() == 3);
        }
    }

    @Test
    void who_works_there_and_knows_her_sees_a_taken_bed_and_not_whose() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.livesIn(shelter.woman(), house.beds().get(0));
        CaseId caseId = CaseId.of(shelter.below("select case_id from placement where placement_id = '" + her + "'"));
        assertThat(lodgers(house)).extracting(FacilityService.Lodger::placement).containsExactly(her);
        shelter.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(SHIFT.id(), caseId));
        assertThat(lodgers(house)).isEmpty();
        assertThat(board(SHIFT).stream()
                        .filter(one -> one.id().equals(house.id()))
                        .findFirst()
                        .orElseThrow()
                        .beds()
                        .get(0)
                        .state())
                .isEqualTo("OCCUPIED");
        assertThat(shelter.sees(MANAGER, HOUR, "select knows_staff from meets('%s', '%s')".formatted(her, house.id())))
                .isEqualTo("t");
    }

    @Test
    void the_address_is_open_to_the_house_and_to_the_named_escort_for_hours() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        BedId bed = house.beds().get(0);
        shelter.does(MANAGER, HOUR, doors -> doors.houses().write(house.id(), new NewAddress("12 Some Street", null)));
        PlacementId her = shelter.asked(shelter.woman());
        shelter.held(her, bed);
        WorkerId lead = new WorkerId(LEAD.id());
        Instant until = shelter.now.plus(HOUR.multipliedBy(3));
        assertThat(reason(LEAD, HOUR, doors -> doors.addresses().read(her))).isEqualTo("address-not-open");
        assertThat(reason(MANAGER, HOUR, doors -> doors.addresses()
                        .open(her, new NewEscort(lead, shelter.now.plus(Duration.ofHours(26))))))
                .isEqualTo("escort-too-long");
        for (int stranger : List.of(2, 4, 13)) {
            assertThat(reason(MANAGER, HOUR, doors -> doors.addresses()
                            .open(her, new NewEscort(new WorkerId(Who.demo("8000", stranger)), until))))
                    .as("" + stranger)
                    .isEqualTo("cannot-escort");
        }
        shelter.does(MANAGER, HOUR, doors -> doors.addresses().open(her, new NewEscort(lead, until)));
        Duration soon = HOUR.plusMinutes(5);
        assertThat(shelter.as(LEAD, soon, doors -> doors.addresses().read(her)).address())
                .isEqualTo("12 Some Street");
        assertThat(reason(new Who(2, 1, "CW"), soon, doors -> doors.addresses().read(her)))
                .isEqualTo("address-not-open");
        assertThat(reason(LEAD, HOUR.multipliedBy(3), doors -> doors.addresses().read(her)))
                .as("the hours are over")
                .isEqualTo("address-not-open");
        shelter.does(MANAGER, soon, doors -> doors.addresses().close(her, lead));
        assertThat(reason(LEAD, soon, doors -> doors.addresses().read(her))).isEqualTo("address-not-open");
        shelter.does(MANAGER, soon, doors -> doors.addresses().open(her, new NewEscort(lead, until)));
        shelter.arrives(her, soon);
        shelter.does(MANAGER, soon, doors -> doors.stays()
                .end(her, new NewEnd("MOVED_INDEPENDENT", "INDEPENDENT_RENTAL", null)));
        assertThat(reason(LEAD, soon, doors -> doors.addresses().read(her)))
                .as("she does not live there any more")
                .isEqualTo("address-not-open");
        assertThat(shelter.as(SHIFT, soon, doors -> doors.addresses().read(her)).address())
                .isEqualTo("12 Some Street");
    }

    @Test
    void past_every_door_a_placement_goes_only_its_way_and_by_whose_turn_it_is() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        BedId bed = house.beds().get(0);
        PlacementId her = shelter.asked(shelter.woman());
        String its = " where placement_id = '" + her + "'";
        String offered =
                "update placement set status = 'OFFERED', bed_id = '%s', facility_id = '%s', changed_by = caller_worker()"
                        .formatted(bed, house.id());
        assertThat(state(SHIFT, offered + its)).as("the manager offers").isEqualTo("42501");
        assertThat(state(
                        MANAGER,
                        "update placement set status = 'ADMITTED', bed_id = '%s', facility_id = '%s', changed_by = caller_worker(), admitted_at = now(), rights_told_in = 'eng', rules_told_in = 'eng'"
                                        .formatted(bed, house.id())
                                + its))
                .as("nobody lives there without an offer")
                .isEqualTo("42501");
        shelter.held(her, bed);
        assertThat(state(
                        MANAGER,
                        "update placement set status = 'REQUESTED', bed_id = null, facility_id = null, held_until = null, changed_by = caller_worker()"
                                + its))
                .as("a hold ends by the clock")
                .isEqualTo("42501");
        assertThat(state(LEAD, "update placement set version = 9" + its)).isEqualTo("none");
        assertThat(shelter.below("select version < 9 from placement" + its)).isEqualTo("t");
        for (String forbidden : List.of(
                "update placement set case_id = case_id",
                "delete from placement",
                "delete from bed_use",
                "update placement_minimum set status = 'ENDED'",
                "insert into housing_known values (gen_random_uuid(), now())",
                "select hold_ends('" + her + "') from facility_address",
                "update escort set until_at = 'infinity'")) {
            assertThat(state(LEAD, forbidden)).as(forbidden).isIn("42501", "none");
            assertThat(state(SHIFT, forbidden)).as(forbidden).isIn("42501", "none");
        }
        assertThat(shelter.status(her)).isEqualTo("RESERVED");
    }

    @Test
    void a_bed_whose_lodger_is_not_theirs_to_know_any_more_is_found_empty_and_the_lead_sees_that_she_left()
            throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        BedId bed = house.beds().get(0);
        PlacementId her = shelter.livesIn(shelter.woman(), bed);
        String vacated = "select bed_vacated('" + bed + "')";
        assertThat(state(MANAGER, vacated)).as("she is theirs to know").isEqualTo("42501");
        shelter.arrange(
                "update access_grant g set ended_at = now(), ended_by = given_by, end_reason = 'x' from placement p where p.placement_id = '"
                        + her + "' and g.case_id = p.case_id and g.organisation_id = p.organisation_id");
        assertThat(shelter.sees(MANAGER, HOUR, "select count(*) from placement where placement_id = '" + her + "'"))
                .isEqualTo("0");
        assertThat(state(SHIFT, vacated)).isEqualTo("42501");
        assertThat(state(new Who(9, 4, "SHM"), vacated)).isEqualTo("42501");
        shelter.does(MANAGER, HOUR, doors -> doors.houses().vacate(house.id(), bed));
        assertThat(shelter.sees(LEAD, HOUR, "select status from placement_minimum where placement_id = '" + her + "'"))
                .isEqualTo("ENDED");
        assertThat(board(MANAGER).stream().flatMap(one -> one.beds().stream()).filter(one -> one.id()
                        .equals(bed)))
                .extracting(FacilityService.BoardBed::state)
                .containsExactly("AVAILABLE");
    }

    @Test
    void the_lead_agrees_to_a_move_and_the_house_does_not_in_its_place() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.livesIn(shelter.woman(), house.beds().get(0));
        String agree =
                "insert into move_agreement select placement_id, case_id, caller_now(), caller_worker() from placement_minimum where placement_id = '"
                        + her + "'";
        assertThat(state(MANAGER, agree)).isEqualTo("42501");
        assertThat(state(LEAD, agree)).isEqualTo("none");
    }

    @Test
    void the_house_alone_is_told_of_its_board_and_the_house_and_the_lead_of_her_placement() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.asked(shelter.woman());
        String caseId = shelter.below("select case_id from placement where placement_id = '" + her + "'");
        try (Connection listening = shelter.database.application().getConnection();
                Statement listen = listening.createStatement()) {
            listen.execute("listen alongside");
            shelter.offered(her, house.beds().get(0));
            assertThat(heard(listening))
                    .as("an offer changes no bed")
                    .filteredOn(one -> one.startsWith("board"))
                    .isEmpty();
            shelter.does(
                    MANAGER, Duration.ofSeconds(2), doors -> doors.placements().hold(her));
            assertThat(heard(listening))
                    .contains("board " + MANAGER.organisation(), "case " + caseId + " -1 " + MANAGER.organisation())
                    .allMatch(one -> one.startsWith("board " + MANAGER.organisation())
                            || one.startsWith("case " + caseId + " -1 "));
        }
        List<String> told = Arrays.asList(shelter.sees(
                        SYSTEM,
                        HOUR,
                        "select string_agg(told::text, ',') from told_of_board('" + MANAGER.organisation() + "') told")
                .split(","));
        assertThat(told)
                .contains(MANAGER.id().toString(), SHIFT.id().toString())
                .doesNotContain(
                        Who.demo("8000", 14).toString(),
                        LEAD.id().toString(),
                        Who.demo("8000", 12).toString(),
                        Who.demo("8000", 13).toString(),
                        Who.demo("8000", 9).toString());
        assertThat(shelter.sees(MANAGER, HOUR, "select count(*) from told_of_board('" + MANAGER.organisation() + "')"))
                .as("asked by the processes alone")
                .isEqualTo("0");
    }

    /** The gate and the database reckon each for itself, and say the same for every role, level and basis. */
    @Test
    void gate_and_database_say_the_same_of_who_may_know() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.livesIn(shelter.woman(), house.beds().get(0));
        UUID caseId =
                UUID.fromString(shelter.below("select case_id from placement where placement_id = '" + her + "'"));
        RoleMatrix matrix = matrix();
        for (Who person : List.of(SHIFT, new Who(9, 4, ""))) {
            for (String level : List.of("F", "R", "W", "M", "E")) {
                for (String basis : List.of("LEAD", "CONSENT", "REFERRAL")) {
                    clear(caseId);
                    open(caseId, person, "2", level, basis);
                    for (Role role : Role.values()) {
                        Who who = new Who(person.number(), person.house(), role.name());
                        HousingReach reach = reach(who, level.charAt(0), basis, matrix);
                        OrganisationId keeper = new OrganisationId(MANAGER.organisation());
                        String database = shelter.sees(who, HOUR, """
                                select (select count(*) from housing_known where case_id = '%1$s') || ' '
                                    || (select count(*) from placement_minimum where case_id = '%1$s') || ' '
                                    || (select count(*) from placement where case_id = '%1$s') || ' '
                                    || places('%1$s', '%2$s')
                                """.formatted(caseId, MANAGER.organisation()));
                        assertThat(count(reach.knows())
                                        + " "
                                        + count(reach.minimum() || reach.hears() && reach.keeps(keeper))
                                        + " "
                                        + count(reach.keeps(keeper))
                                        + " "
                                        + reach.places(keeper))
                                .as(who + " " + level + " " + basis)
                                .isEqualTo(database);
                    }
                }
            }
        }
    }

    @Test
    void rooms_stand_on_the_board_in_the_order_in_which_one_counts() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 12, 1);
        assertThat(board(MANAGER).stream()
                        .filter(one -> one.id().equals(house.id()))
                        .flatMap(one -> one.beds().stream())
                        .map(FacilityService.BoardBed::roomLabel))
                .endsWith("Room 9", "Room 10", "Room 11")
                .startsWith("Room 0", "Room 1", "Room 2");
    }

    private List<FacilityService.BoardHouse> board(Who who) throws Exception {
        return shelter.as(who, HOUR, doors -> doors.houses().board());
    }

    private List<FacilityService.Lodger> lodgers(Built house) throws Exception {
        return shelter.as(SHIFT, HOUR, doors -> doors.board().lodgers(house.id(), doors.caller()));
    }

    private HousingView told(Who who, CaseId caseId, HousingReach reach) throws Exception {
        return shelter.as(who, HOUR, doors -> doors.views().of(caseId, reach));
    }

    private static String count(boolean found) {
        return found ? "1" : "0";
    }

    private HousingReach reach(Who who, char level, String basis, RoleMatrix matrix) {
        Instant at = shelter.now.plus(HOUR);
        UUID house = who.organisation();
        Openness open = Openness.of(
                List.of(new GrantFact(
                        house,
                        who.id(),
                        null,
                        Category.SHELTER_PLACEMENT,
                        level,
                        basis,
                        at.minus(HOUR),
                        at.plus(HOUR),
                        null)),
                List.<AssignmentFact>of(),
                List.of(),
                Set.of(who.id()),
                Set.of(Role.valueOf(who.role())),
                matrix,
                false,
                at);
        return HousingReach.of(
                new Caller(
                        new WorkerId(who.id()),
                        new OrganisationId(house),
                        Set.of(Role.valueOf(who.role())),
                        false,
                        "s",
                        at),
                open,
                matrix);
    }

    private RoleMatrix matrix() throws SQLException {
        RoleMatrix matrix = new RoleMatrix();
        try (Connection below = shelter.database.inside().getConnection();
                var rows =
                        below.createStatement().executeQuery("select role_code, category, access from role_category")) {
            while (rows.next()) {
                matrix.put(
                        Role.valueOf(rows.getString(1)),
                        Category.of(rows.getInt(2)),
                        rows.getString(3).charAt(0));
            }
        }
        return matrix;
    }

    private void clear(UUID caseId) throws SQLException {
        shelter.arrange(
                "update access_grant set ended_at = valid_from, ended_by = given_by, end_reason = 'x' where case_id = '"
                        + caseId + "'");
    }

    private void open(UUID caseId, Who who, String category, String level) throws SQLException {
        open(caseId, who, category, level, "CONSENT");
    }

    private void open(UUID caseId, Who who, String category, String level, String basis) throws SQLException {
        shelter.arrange("""
                    insert into access_grant (grant_id, case_id, organisation_id, worker_id, category, level, basis, valid_from, valid_until, given_by)
                    values (gen_random_uuid(), '%s', '%s', '%s', %s, '%s', '%s', now() - interval '1 hour', now() + interval '90 days', '%s')
                    """.formatted(caseId, who.organisation(), who.id(), category, level, basis, LEAD.id()));
    }

    private static Set<String> heard(Connection listening) throws SQLException {
        Set<String> heard = new HashSet<>();
        var told = listening.unwrap(PGConnection.class).getNotifications(100);
        if (told != null) {
            Arrays.stream(told).forEach(one -> heard.add(one.getParameter()));
        }
        return heard;
    }

    private String reason(Who who, Duration later, Deed deed) {
        return catchThrowableOfType(Refusal.class, () -> shelter.does(who, later, deed))
                .reasons()
                .get(0)
                .code();
    }

    private String state(Who who, String statement) {
        SQLException thrown = shelter.refusal(who, HOUR, statement);
        return thrown == null ? "none" : thrown.getSQLState();
    }

    private String failure(Who who, String statement) {
        return shelter.refusal(who, HOUR, statement).getMessage();
    }

    private String outcome(Who who, String question) throws Exception {
        try {
            return shelter.sees(who, HOUR, question);
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }
}
