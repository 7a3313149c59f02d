package org.alongside.housing;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.alongside.housing.AddressService.NewEscort;
import org.alongside.housing.FollowService.NewFollow;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.Shelter.Built;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody of the house itself, with an honest caller and SQL in the place of every door, could do to beds and to those who live in them. */
class NoWayRoundAHouseTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String NOT_PERMITTED = "42501";
    private static final String SOMEBODY_LIVES_THERE = "AL043";
    private static final String DONE = "done";
    private static final String NOBODYS = "nothing";

    private final Shelter shelter = new Shelter(TestDatabase.get());

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void a_bed_in_which_somebody_lives_is_freed_by_nobody_around_her_placement() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        BedId bed = house.beds().get(0);
        PlacementId her = shelter.livesIn(shelter.woman(), bed);
        for (String change : List.of(
                "left_at = caller_now(), during = tstzrange(lower(during), caller_now())",
                "left_at = caller_now() - interval '9 days', during = 'empty'",
                "during = 'empty'",
                "during = tstzrange('2001-01-01', null)",
                "kind = 'HOLD', expires_at = caller_now() + interval '1 hour'")) {
            assertThat(does(SHIFT, "update bed_use set " + change + its(her)))
                    .as(change)
                    .isEqualTo(NOT_PERMITTED);
        }
        shelter.does(MANAGER, HOUR, doors -> doors.stays()
                .end(her, new NewPlacement.NewEnd("MOVED_INDEPENDENT", "INDEPENDENT_RENTAL", null)));
        assertThat(does(SHIFT, "update bed_use set left_at = null, during = tstzrange(lower(during), null)" + its(her)))
                .as("nor is it taken back that she left")
                .isEqualTo(NOT_PERMITTED);
    }

    @Test
    void nobody_is_put_into_a_bed_by_a_row_alone() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        BedId bed = house.beds().get(0);
        PlacementId offered = shelter.asked(shelter.woman());
        shelter.offered(offered, bed);
        String use = """
                insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, placement_id, child, language, expires_at)
                select b.bed_id, b.room_id, b.facility_id, b.organisation_id, '%s', tstzrange(%s, null), p.placement_id, p.child, p.language, %s
                  from placement p join bed b using (bed_id) where p.placement_id = '%s'
                """;
        assertThat(does(SHIFT, use.formatted("STAY", "caller_now()", "null", offered)))
                .as("she was offered it and has not come")
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(SHIFT, use.formatted("HOLD", "caller_now()", "caller_now() + interval '9 years'", offered)))
                .as("a hold without an end")
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(SHIFT, use.formatted("HOLD", "caller_now()", "caller_now() + interval '1 hour'", offered)))
                .as("a hold by the shift, of a placement that is not held")
                .isEqualTo(NOT_PERMITTED);
        PlacementId lives = shelter.livesIn(shelter.woman(), house.beds().get(1));
        shelter.does(MANAGER, HOUR, doors -> doors.stays()
                .end(lives, new NewPlacement.NewEnd("MOVED_INDEPENDENT", "INDEPENDENT_RENTAL", null)));
        assertThat(does(SHIFT, use.formatted("STAY", "caller_now()", "null", lives)))
                .as("who left lives there no more, also not in the counts of nights")
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(MANAGER, """
                        insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, closed_for)
                        select bed_id, room_id, facility_id, organisation_id, 'CLOSED', tstzrange('2020-01-01', '2020-02-01'), 'REPAIR'
                          from bed where bed_id = '%s'
                        """.formatted(bed)))
                .as("nights that are over are not counted anew")
                .isEqualTo(NOT_PERMITTED);
    }

    @Test
    void a_step_changes_what_it_is_about_and_in_ones_own_name_now() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 3);
        PlacementId held = shelter.asked(shelter.woman());
        shelter.held(held, house.beds().get(0));
        String arrive =
                "update placement set status = 'ADMITTED', held_until = null, rights_told_in = 'eng', rules_told_in = 'eng', version = version + 1,"
                        + " changed_at = caller_now(), changed_by = caller_worker(), ";
        for (String forged : List.of(
                "admitted_at = caller_now() - interval '9 days', admitted_by = caller_worker()",
                "admitted_at = caller_now(), admitted_by = '" + MANAGER.id() + "'",
                "admitted_at = caller_now(), admitted_by = caller_worker(), bed_id = '"
                        + house.beds().get(1) + "'",
                "admitted_at = caller_now(), admitted_by = caller_worker()")) {
            assertThat(does(SHIFT, arrive + forged + its(held)))
                    .as(forged + ", and without the bed at the very least")
                    .isEqualTo(NOT_PERMITTED);
        }
        assertThat(does(
                        SHIFT,
                        Duration.ofHours(5),
                        "update bed_use set kind = 'STAY', expires_at = null, during = tstzrange(caller_now(), null)"
                                + its(held) + ";" + arrive + "admitted_at = caller_now(), admitted_by = caller_worker()"
                                + its(held)))
                .as("the time of the hold is over")
                .isEqualTo(NOT_PERMITTED);
        PlacementId lives = shelter.livesIn(shelter.woman(), house.beds().get(2));
        String away =
                "update placement set status = 'ABSENT_PLANNED', changed_by = caller_worker(), version = version + 1, ";
        for (String forged : List.of(
                "changed_at = caller_now(), absent_until = caller_now() - interval '1 day'",
                "changed_at = caller_now() - interval '1 day', absent_until = caller_now() + interval '1 day'",
                "changed_at = caller_now(), absent_until = caller_now() + interval '1 day', rights_told_in = 'zzz'",
                "changed_at = caller_now(), absent_until = caller_now() + interval '1 day', next_words = 'Elm Street 4'",
                "changed_at = caller_now(), absent_until = caller_now() + interval '1 day', bed_id = '"
                        + house.beds().get(1) + "'")) {
            assertThat(does(SHIFT, away + forged + its(lives))).as(forged).isEqualTo(NOT_PERMITTED);
        }
        String end =
                "update placement set status = 'ENDED', end_reason = 'MOVED_INDEPENDENT', next_type = 'INDEPENDENT_RENTAL',"
                        + " changed_at = caller_now(), changed_by = caller_worker(), version = version + 1, ";
        String leaves = "update bed_use set left_at = caller_now(), during = tstzrange(lower(during), caller_now())"
                + its(lives) + ";";
        assertThat(does(
                        MANAGER,
                        leaves + end + "ended_at = caller_now(), ended_by = '" + SHIFT.id() + "'" + its(lives)))
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(
                        MANAGER,
                        leaves + end + "ended_at = caller_now() + interval '9 days', ended_by = caller_worker()"
                                + its(lives)))
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(MANAGER, end + "ended_at = caller_now(), ended_by = caller_worker()" + its(lives)))
                .as("ended, and the bed still hers")
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(MANAGER, leaves + end + "ended_at = caller_now(), ended_by = caller_worker()" + its(lives)))
                .as("as the door does it")
                .isEqualTo(DONE);
    }

    @Test
    void a_family_of_another_house_is_named_by_nobody_and_no_hold_elsewhere_ends_by_it() throws Exception {
        String family = shelter.below("select gen_random_uuid()::text");
        shelter.arrange("insert into family (family_id, organisation_id) values ('%s', '%s')"
                .formatted(family, Who.demo("9000", 4)));
        CaseId her = shelter.woman();
        assertThat(does(SHIFT, """
                        insert into placement (placement_id, case_id, organisation_id, referral_id, family_id, status, age_band, child, sex, language,
                               accessibility, constraints, requested_at, requested_by, changed_at, changed_by)
                        select gen_random_uuid(), r.case_id, c.recipient_organisation_id, r.referral_id, '%s', 'REQUESTED', c.age_band, c.child, c.sex,
                               c.language, c.accessibility, c.constraints, caller_now(), caller_worker(), caller_now(), caller_worker()
                          from referral r join referral_card c using (referral_id) where r.case_id = '%s'
                        """.formatted(family, her))).isEqualTo(NOT_PERMITTED);
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        PlacementId one = shelter.asked(her);
        shelter.held(one, house.beds().get(0));
        PlacementId elsewhere = shelter.asked(shelter.woman());
        shelter.held(elsewhere, house.beds().get(1));
        shelter.arrange("""
                set session_replication_role = replica;
                update placement set family_id = '%1$s', held_until = now() - interval '1 hour' where placement_id = '%2$s';
                update placement set family_id = '%1$s', organisation_id = '%4$s' where placement_id = '%3$s';
                set session_replication_role = origin;
                """.formatted(family, one, elsewhere, Who.demo("9000", 4)));
        try {
            assertThat(does(SHIFT, "select hold_ends('" + one + "')")).isEqualTo(DONE);
            assertThat(shelter.status(one)).isEqualTo("REQUESTED");
            assertThat(shelter.status(elsewhere)).as("of another house").isEqualTo("RESERVED");
        } finally {
            shelter.arrange(
                    "set session_replication_role = replica; update placement set organisation_id = '%s' where placement_id = '%s'; set session_replication_role = origin"
                            .formatted(MANAGER.organisation(), elsewhere));
        }
    }

    @Test
    void a_house_is_closed_around_nobody_and_what_is_written_of_it_is_in_ones_own_name() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        shelter.livesIn(shelter.woman(), house.beds().get(0));
        String of = " where facility_id = '" + house.id() + "'";
        assertThat(does(
                        MANAGER,
                        "update facility set closed_at = caller_now(), closed_by = caller_worker(), closes_at = caller_now(), closing_reason = 'OTHER',"
                                + " closing_planned_by = caller_worker()" + of))
                .as("somebody lives there")
                .isEqualTo(SOMEBODY_LIVES_THERE);
        assertThat(does(
                        MANAGER,
                        "update bed set removed_at = caller_now() where bed_id = '"
                                + house.beds().get(0) + "'"))
                .isEqualTo(NOT_PERMITTED);
        String empty = " where bed_id = '" + house.beds().get(1) + "'";
        assertThat(does(MANAGER, "update bed set removed_at = caller_now() - interval '9 days'" + empty))
                .as("nights that are over")
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(MANAGER, "update bed set removed_at = caller_now()" + empty))
                .isEqualTo(DONE);
        assertThat(does(MANAGER, "update bed set removed_at = null" + empty))
                .as("and not back, past the count of beds")
                .isEqualTo(NOT_PERMITTED);
        Built other = shelter.house(Shelter.anybody(), 1, 1);
        String closed =
                "update facility set closes_at = caller_now(), closing_reason = 'OTHER', closing_planned_by = caller_worker(), closed_at = caller_now(), closed_by = '%s' where facility_id = '"
                        + other.id() + "'";
        assertThat(does(MANAGER, closed.formatted(SHIFT.id()))).isEqualTo(NOT_PERMITTED);
        assertThat(does(MANAGER, closed.formatted(MANAGER.id()))).isEqualTo(DONE);
        assertThat(does(
                        MANAGER,
                        "update facility set closed_at = null, closed_by = null where facility_id = '" + other.id()
                                + "'"))
                .isEqualTo(NOT_PERMITTED);
        shelter.does(MANAGER, HOUR, doors -> doors.houses().write(house.id(), new NewAddress("12 Some Street", null)));
        assertThat(does(MANAGER, "update facility_address set address = 'x', written_by = '" + SHIFT.id() + "'" + of))
                .isEqualTo(NOT_PERMITTED);
    }

    @Test
    void who_must_not_meet_is_said_once_and_taken_back_now_and_by_who_may_know_both() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 2, 1);
        CaseId one = shelter.woman();
        CaseId other = shelter.woman();
        shelter.livesIn(one, house.beds().get(0));
        shelter.livesIn(other, house.beds().get(1));
        shelter.does(MANAGER, HOUR, doors -> doors.stays().keepApart(one, other));
        shelter.does(MANAGER, HOUR, doors -> doors.stays().keepApart(other, one));
        assertThat(shelter.below(
                        "select count(*) from kept_apart where '%s' in (case_id, other_case_id)".formatted(one)))
                .as("a button that is pressed twice")
                .isEqualTo("1");
        String lift = "update kept_apart set lifted_at = %s where case_id = '" + one + "'";
        assertThat(does(MANAGER, lift.formatted("'2001-01-01'"))).isEqualTo(NOT_PERMITTED);
        shelter.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(MANAGER.id(), other));
        assertThat(does(MANAGER, lift.formatted("caller_now()")))
                .as("with a tie to one of them")
                .isEqualTo(NOBODYS);
        shelter.arrange("delete from conflict_declaration where worker_id = '%s'".formatted(MANAGER.id()));
        assertThat(does(MANAGER, lift.formatted("caller_now()"))).isEqualTo(DONE);
        assertThat(does(MANAGER, lift.formatted("null"))).as("once").isEqualTo(NOBODYS);
    }

    @Test
    void the_way_is_closed_with_the_hold_also_where_no_timer_came() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        shelter.does(MANAGER, HOUR, doors -> doors.houses().write(house.id(), new NewAddress("12 Some Street", null)));
        PlacementId her = shelter.asked(shelter.woman());
        shelter.held(her, house.beds().get(0));
        shelter.does(MANAGER, HOUR, doors -> doors.addresses()
                .open(her, new NewEscort(new WorkerId(LEAD.id()), shelter.now.plus(Duration.ofHours(20)))));
        String where = "select count(*) from facility_address";
        assertThat(shelter.sees(LEAD, Duration.ofHours(2), where)).isEqualTo("1");
        assertThat(shelter.sees(LEAD, Duration.ofHours(6), where))
                .as("the hold is over")
                .isEqualTo("0");
        assertThat(does(
                        MANAGER,
                        "update escort set ended_at = caller_now() + interval '9 days', ended_by = caller_worker()"
                                + its(her)))
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(MANAGER, "update escort set ended_at = caller_now(), ended_by = caller_worker()" + its(her)))
                .isEqualTo(DONE);
        assertThat(does(MANAGER, "update escort set ended_at = caller_now(), ended_by = caller_worker()" + its(her)))
                .isEqualTo(NOBODYS);
    }

    @Test
    void a_step_has_no_room_for_an_address_and_an_answer_stands() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        CaseId caseId = shelter.child();
        PlacementId her = shelter.livesIn(caseId, house.beds().get(0));
        assertThat(does(SHIFT, """
                        insert into placement_step (placement_id, case_id, organisation_id, step, done_at, done_by)
                        select placement_id, case_id, organisation_id, 'she is at Elm Street 4', caller_now(), caller_worker() from placement
                        """ + its(her))).isEqualTo("23514");
        shelter.arrange("insert into placement_gap (gap_id, case_id, raised_at) values (gen_random_uuid(), '%s', now())"
                .formatted(caseId));
        String said =
                "update placement_gap set answer = '%s', answered_at = caller_now(), answered_by = caller_worker(), ended_at = %s where case_id = '"
                        + caseId + "'";
        assertThat(does(LEAD, said.formatted("SHE_SAYS_NO", "caller_now()")))
                .as("only where she is safe is nobody asked again")
                .isEqualTo(NOT_PERMITTED);
        assertThat(does(LEAD, said.formatted("STAYS_SAFE", "'2001-01-01'"))).isEqualTo(NOT_PERMITTED);
        assertThat(does(LEAD, said.formatted("STAYS_SAFE", "caller_now()"))).isEqualTo(DONE);
        assertThat(does(LEAD, said.formatted("STAYS_SAFE", "caller_now()")))
                .as("once")
                .isEqualTo(NOBODYS);
    }

    @Test
    void what_is_pressed_twice_is_noted_and_opened_once() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.livesIn(shelter.child(), house.beds().get(0));
        for (long seconds : List.of(0L, 2L, 3600L)) {
            shelter.does(SHIFT, HOUR.plusSeconds(seconds), doors -> doors.follows()
                    .done(her, new NewFollow("WEEKLY_TALK_HELD")));
        }
        assertThat(shelter.below("select count(*) from placement_step" + its(her)))
                .as("once, and an hour later again")
                .isEqualTo("2");
        for (long seconds : List.of(0L, 2L)) {
            shelter.does(MANAGER, HOUR.plusSeconds(seconds), doors -> doors.addresses()
                    .open(her, new NewEscort(new WorkerId(LEAD.id()), shelter.now.plus(Duration.ofHours(9)))));
        }
        assertThat(shelter.below("select count(*) from escort" + its(her))).isEqualTo("1");
    }

    private static String its(PlacementId placement) {
        return " where placement_id = '" + placement + "'";
    }

    private String does(Who who, String statements) {
        return does(who, HOUR, statements);
    }

    /** What comes of it, all of it in one transaction that is committed: done, nothing where no row was theirs, or the state of the refusal. */
    private String does(Who who, Duration later, String statements) {
        int[] rows = new int[1];
        Throwable thrown = catchThrowable(() -> shelter.does(who, later, doors -> {
            try (var sql = doors.sql().createStatement()) {
                for (String statement : statements.split(";")) {
                    rows[0] = sql.execute(statement) ? 1 : sql.getUpdateCount();
                }
            }
        }));
        if (thrown == null) {
            return rows[0] == 0 ? NOBODYS : DONE;
        }
        return ((SQLException) thrown).getSQLState();
    }
}
