package org.alongside.housing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.alongside.housing.FacilityService.BoardHouse;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The board of 200 houses and 5,000 beds, with years of stays behind it, as the application's role for the manager of them all. */
class BoardPlanTest {
    private static final int PAGES = 600;

    private final Shelter shelter = new Shelter(TestDatabase.own());

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void the_board_is_read_at_once_whatever_happened_before() throws Exception {
        fill();
        String manager = Shelter.MANAGER.id().toString();
        String house = Shelter.MANAGER.organisation().toString();
        String asked = Board.BEDS.replace(":house", "'" + house + "'").replace(":now", "now()");
        Explained explained = Explained.of(shelter.database, manager, house, "SHM", asked);
        assertThat(explained.rows()).isEqualTo(5_000);
        assertThat(explained.plan())
                .as(
                        "the stays of years are not read, no policy is asked row by row, and nothing is looked up bed by bed")
                .contains("(left_at IS NULL)")
                .doesNotContain("Seq Scan on bed_use")
                .doesNotContain("may(")
                .doesNotContain("Nested Loop");
        assertThat(explained.pages()).as(explained.plan()).isLessThan(PAGES);
        Explained one = Explained.of(
                shelter.database,
                manager,
                house,
                "SHM",
                Board.LODGERS
                        .replace(":house", "'" + house + "'")
                        .replace(":facility", "'" + shelter.below("select facility_id from facility limit 1") + "'")
                        .replace(":now", "now()"));
        assertThat(one.plan())
                .contains("bed_use_now", "Index Cond: (placement_id = u.placement_id)")
                .doesNotContain("Seq Scan on placement");
        List<BoardHouse> board = shelter.as(
                Shelter.MANAGER, Duration.ZERO, doors -> doors.houses().board());
        assertThat(board).hasSize(200).allSatisfy(each -> assertThat(each.beds())
                .hasSize(25));
        assertThat(board.stream().flatMap(each -> each.beds().stream()))
                .filteredOn(bed -> bed.state().equals("OUT_OF_SERVICE"))
                .hasSize(500);
    }

    /** 25 beds a house, four stays in the past of each, and every tenth bed closed now. */
    private void fill() throws Exception {
        try (Connection below = shelter.database.inside().getConnection();
                Statement sql = below.createStatement()) {
            sql.execute("set session_replication_role = replica");
            // the houses of the demo are not counted here
            sql.execute("truncate night_change, bed_use, bed, room, facility_address, facility cascade");
            sql.execute("""
                    insert into facility (facility_id, organisation_id, team_id, code_name, type, security, staffed, zone, opened_at, opened_by)
                    select gen_random_uuid(), '%s', '%s', 'House ' || n, 'EMERGENCY_SHELTER', 'STANDARD', 'DAYTIME', 'UTC', now(), '%s'
                      from generate_series(1, 200) n
                    """.formatted(Shelter.MANAGER.organisation(), Who.demo("a000", 3), Shelter.MANAGER.id()));
            sql.execute("""
                    insert into room (room_id, facility_id, organisation_id, label, one_family)
                    select gen_random_uuid(), facility_id, organisation_id, 'Room ' || n, false from facility, generate_series(1, 5) n
                    """);
            sql.execute("""
                    insert into bed (bed_id, room_id, facility_id, organisation_id, label, made_at, made_by)
                    select gen_random_uuid(), room_id, facility_id, organisation_id, label || n, now(), '%s' from room, generate_series(1, 5) n
                    """.formatted(Shelter.MANAGER.id()));
            sql.execute("""
                    insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, closed_for)
                    select bed_id, room_id, facility_id, organisation_id, 'CLOSED', tstzrange(now() - interval '1 hour', null), 'REPAIR'
                      from (select b.*, row_number() over (order by bed_id) n from bed b) numbered where n % 10 = 0
                    """);
            stays(sql);
            sql.execute("set session_replication_role = origin");
            sql.execute("vacuum analyze facility, room, bed, bed_use, placement");
            try (ResultSet uses = sql.executeQuery("select count(*) from bed_use")) {
                uses.next();
                assertThat(uses.getInt(1)).isGreaterThan(20_000);
            }
        }
    }

    /** Four who lived in each bed and left, one after the other, and one who lives in four of five. */
    private static void stays(Statement sql) throws Exception {
        sql.execute("""
                insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, placement_id, child, language, left_at)
                select bed_id, room_id, facility_id, organisation_id, 'STAY',
                       tstzrange(now() - make_interval(days => n * 30 + 30), now() - make_interval(days => n * 30 + 5)), gen_random_uuid(), false,
                       'eng', now() - make_interval(days => n * 30 + 5)
                  from bed, generate_series(1, 4) n
                """);
        sql.execute("""
                insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, placement_id, child, language)
                select bed_id, room_id, facility_id, organisation_id, 'STAY', tstzrange(now() - interval '1 day', null), gen_random_uuid(), false, 'eng'
                  from (select b.*, row_number() over (order by bed_id) n from bed b) numbered where n % 10 not in (0, 1)
                """);
        sql.execute("""
                insert into placement (placement_id, case_id, organisation_id, referral_id, facility_id, bed_id, status, age_band, child, sex, language,
                                       rights_told_in, rules_told_in, requested_at, requested_by, changed_at, changed_by, admitted_at, admitted_by)
                select placement_id, gen_random_uuid(), organisation_id, gen_random_uuid(), facility_id, bed_id, 'ADMITTED', '18_24', false, 'FEMALE',
                       'eng', 'eng', 'eng', now(), '%1$s', now(), '%1$s', now(), '%1$s'
                  from bed_use where kind = 'STAY'
                """.formatted(Shelter.MANAGER.id()));
    }
}
