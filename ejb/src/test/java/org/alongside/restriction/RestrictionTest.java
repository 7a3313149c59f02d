package org.alongside.restriction;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.housing.PlacementPolicy;
import org.alongside.housing.Shelter;
import org.alongside.housing.Shelter.Built;
import org.alongside.restriction.NewRestriction.NewLook;
import org.alongside.restriction.NewRestriction.NewProlonging;
import org.alongside.restriction.RestrictionEvent.Imposed;
import org.alongside.restriction.RestrictionEvent.Prolonged;
import org.alongside.restriction.RestrictionEvent.Reviewed;
import org.alongside.restriction.RestrictionEvent.Stopped;
import org.alongside.restriction.RestrictionView.Restriction;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.RestrictionId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A limit on her stay, through its doors and past them: who imposes it, who reviews it, who reads what of it, and how it ends. */
class RestrictionTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Who SECOND_MANAGER = new Who(91, 3, "SHM");
    private static final Who SUPERVISOR = new Who(92, 3, "SUP");
    private static final List<Who> OUTSIDE = List.of(
            new Who(9, 4, "SHM"),
            new Who(13, 7, "LEL"),
            new Who(24, 11, "PRL"),
            new Who(12, 6, "LAW"),
            new Who(14, 8, "NRM"),
            new Who(10, 5, "COU"),
            new Who(15, 8, "DPO"),
            new Who(16, 9, "ADM"));
    private static final List<String> TABLES =
            List.of("restriction", "restriction_step", "restriction_minimum", "leaving_agreement");

    private final Shelter shelter = new Shelter(TestDatabase.own());
    private CaseId her;
    private PlacementId stay;

    private record Doors(
            RestrictionService limits, RestrictionPolicy policy, OverStays over, Caller caller, List<Object> told) {}

    @FunctionalInterface
    private interface Act<T> {
        T in(Doors doors) throws Exception;
    }

    @BeforeEach
    void she_lives_in_a_house_with_two_managers() throws Exception {
        for (Who who : List.of(SECOND_MANAGER, SUPERVISOR)) {
            shelter.arrange(
                    "insert into worker (worker_id, subject, organisation_id, name) values ('%1$s', '%1$s', '%2$s', 'W%3$s')"
                            .formatted(who.id(), who.organisation(), who.number()));
            shelter.arrange("insert into worker_role (worker_id, role_code) values ('%s', '%s')"
                    .formatted(who.id(), who.role()));
            shelter.arrange("""
                    insert into team_member (team_id, worker_id, from_at, supervises)
                    select team_id, '%s', now() - interval '9 days', %s from team where organisation_id = '%s'
                    """.formatted(who.id(), who.role().equals("SUP"), who.organisation()));
        }
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        her = shelter.woman();
        stay = shelter.livesIn(her, house.beds().get(0));
    }

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void it_has_a_reason_an_end_and_a_reviewer_who_did_not_impose_it() throws Exception {
        assertThat(reason(SHIFT, HOUR, doors -> doors.limits().impose(stay, phone(3, SHIFT), null)))
                .isEqualTo("reviewer reviews-own");
        assertThat(reason(SHIFT, HOUR, doors -> doors.limits().impose(stay, phone(3, LEAD), null)))
                .isEqualTo("reviewer not-of-this-house");
        assertThat(reason(SHIFT, HOUR, doors -> doors.limits().impose(stay, phone(31, MANAGER), null)))
                .isEqualTo("endsAt restricted-too-long");
        assertThat(reason(SHIFT, HOUR, doors -> doors.limits().impose(stay, phone(0, MANAGER), null)))
                .isEqualTo("endsAt in-the-past");
        assertThat(reason(SHIFT, HOUR, doors -> doors.limits()
                        .impose(stay, new NewRestriction("PHONE", " ", at(3), id(MANAGER)), null)))
                .isEqualTo("reason missing");
        RestrictionId limit = imposed(20, MANAGER);
        assertThat(reason(SHIFT, HOUR, doors -> doors.limits().impose(stay, phone(3, MANAGER), null)))
                .isEqualTo("restricted-already");
        Restriction one = read(SHIFT, limit);
        assertThat(one.reviewBy())
                .as("seven days at the latest")
                .isEqualTo(shelter.now.plus(HOUR).plus(DAY.multipliedBy(7)));
        assertThat(one.own().orElseThrow().steps())
                .extracting(RestrictionView.RestrictionStep::words)
                .containsExactly("Calls at night woke the others");
    }

    @Test
    void nobody_reviews_their_own_neither_at_the_door_nor_past_it() throws Exception {
        RestrictionId limit = imposed(20, MANAGER);
        assertThat(objection(SHIFT, limit)).isEqualTo("own-restriction");
        assertThat(reason(SHIFT, DAY, doors -> {
                    doors.limits().review(limit, new NewLook("x"));
                    return null;
                }))
                .isEqualTo("own-restriction");
        assertThat(failure(
                        SHIFT, "update restriction set review_by = least(caller_now() + interval '7 days', ends_at)"))
                .isNotNull();
        assertThat(
                        failure(
                                SHIFT,
                                "insert into restriction_step (restriction_id, case_id, organisation_id, step, words, ends_at, done_at, done_by) select restriction_id, case_id, organisation_id, 'REVIEWED', 'x', ends_at, caller_now(), caller_worker() from restriction"))
                .isNotNull();
        assertThat(failure(MANAGER, "update restriction set review_by = caller_now() + interval '9 days'"))
                .as("later than seven days")
                .isNotNull();
        assertThat(
                        failure(
                                SHIFT,
                                "insert into restriction (restriction_id, placement_id, case_id, organisation_id, kind, began_at, imposed_by, reviewer_id, ends_at, review_by) select gen_random_uuid(), placement_id, case_id, organisation_id, 'VISITORS', caller_now(), caller_worker(), caller_worker(), caller_now() + interval '1 day', caller_now() + interval '1 day' from placement"))
                .as("nor is there one whose reviewer imposed it")
                .isNotNull();
        assertThat(objection(MANAGER, limit)).isNull();
        List<Object> told = as(MANAGER, DAY.multipliedBy(5), doors -> {
            doors.limits().review(limit, new NewLook("She agrees that nights are quiet"));
            return doors.told();
        });
        assertThat(told).containsExactly(new Reviewed(limit, shelter.now.plus(DAY.multipliedBy(12)), true));
    }

    @Test
    void it_ends_at_its_end_and_not_before_or_is_lifted_and_she_is_told_of_each() throws Exception {
        RestrictionId limit = imposed(3, MANAGER);
        does(SHIFT, HOUR.multipliedBy(2), doors -> doors.limits().tell(limit));
        assertThat(reason(SHIFT, HOUR.multipliedBy(2), doors -> {
                    doors.limits().tell(limit);
                    return null;
                }))
                .isEqualTo("told-already");
        does(SYSTEM, DAY, doors -> doors.limits().runOut(limit));
        assertThat(read(SHIFT, limit).endedAt()).isEmpty();
        assertThat(
                        failure(
                                SHIFT,
                                "update restriction set ended_at = caller_now(), ended_by = caller_worker(), end_kind = 'RAN_OUT'"))
                .as("by the clock alone")
                .isNotNull();
        does(SYSTEM, DAY.multipliedBy(3), doors -> doors.limits().runOut(limit));
        assertThat(read(SHIFT, limit).own().orElseThrow().endKind()).contains("RAN_OUT");
        does(SHIFT, DAY.multipliedBy(3), doors -> doors.limits().tell(limit));
        assertThat(read(SHIFT, limit).own().orElseThrow().endToldAt()).isPresent();
        assertThat(reason(MANAGER, DAY.multipliedBy(3), doors -> {
                    doors.limits().lift(limit, new NewLook("x"));
                    return null;
                }))
                .isEqualTo("restriction-ended");
        RestrictionId second = imposed(3, MANAGER);
        does(SHIFT, HOUR.multipliedBy(3), doors -> doors.limits().lift(second, new NewLook("No need any more")));
        assertThat(read(SHIFT, second).own().orElseThrow().endKind()).contains("LIFTED");
        assertThat(failure(SHIFT, "update restriction set ended_at = null, ended_by = null, end_kind = null"))
                .isNotNull();
    }

    @Test
    void prolonged_for_a_new_reason_by_the_manager_the_manager_reviews_it_no_more_and_she_is_told_anew()
            throws Exception {
        RestrictionId limit = imposed(3, MANAGER);
        does(SHIFT, HOUR.multipliedBy(2), doors -> doors.limits().tell(limit));
        assertThat(reason(MANAGER, DAY, doors -> {
                    doors.limits().prolong(limit, new NewProlonging("x", at(9), id(MANAGER)));
                    return null;
                }))
                .isEqualTo("reviewer reviews-own");
        List<Object> told = as(MANAGER, DAY, doors -> {
            doors.limits().prolong(limit, new NewProlonging("It happened again", at(10), id(SECOND_MANAGER)));
            return doors.told();
        });
        assertThat(told)
                .containsExactly(new Prolonged(
                        limit,
                        shelter.now.plus(DAY).plus(HOUR.multipliedBy(12)),
                        shelter.now.plus(DAY.multipliedBy(8)),
                        at(10)));
        assertThat(objection(MANAGER, limit)).isEqualTo("own-restriction");
        assertThat(objection(SHIFT, limit)).isNull();
        Restriction one = read(SHIFT, limit);
        assertThat(one.own().orElseThrow().toldAt())
                .as("of that she is told, too")
                .isEmpty();
        assertThat(one.own().orElseThrow().steps())
                .extracting(RestrictionView.RestrictionStep::step)
                .containsExactly("PROLONGED", "IMPOSED");
        assertThat(
                        failure(
                                MANAGER,
                                "update restriction set ends_at = caller_now() + interval '40 days', imposed_by = caller_worker(), review_by = caller_now() + interval '7 days'"))
                .as("past the door, too, for no longer than thirty days")
                .isNotNull();
    }

    @Test
    void who_leads_and_who_looks_after_the_house_know_from_when_until_when_and_nobody_outside_knows_anything()
            throws Exception {
        RestrictionId limit = imposed(3, MANAGER);
        assertThat(read(LEAD, limit).own()).as("why stays in the house").isEmpty();
        assertThat(shelter.sees(LEAD, DAY, "select count(*) from restriction")).isEqualTo("0");
        assertThat(shelter.sees(LEAD, DAY, "select count(*) from restriction_step"))
                .isEqualTo("0");
        assertThat(shelter.sees(LEAD, DAY, "select count(*) from restriction_minimum"))
                .isEqualTo("1");
        assertThat(shelter.sees(SUPERVISOR, DAY, "select count(*) from restriction_minimum"))
                .as("who sees to it that it is reviewed")
                .isEqualTo("1");
        assertThat(shelter.sees(SUPERVISOR, DAY, "select count(*) from restriction_step"))
                .isEqualTo("0");
        shelter.arrange("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                select gen_random_uuid(), '%s', o.organisation_id, 2, 'R', 'CONSENT', now() - interval '1 day', now() + interval '9 days', '%s'
                  from organisation o where o.organisation_id not in ('%s', '%s')
                """.formatted(her, LEAD.id(), SHIFT.organisation(), LEAD.organisation()));
        for (Who who : OUTSIDE) {
            for (String table : TABLES) {
                assertThat(shelter.sees(who, DAY, "select count(*) from " + table))
                        .as(who.role() + " " + table)
                        .isEqualTo("0");
            }
            assertThat(there(who, limit)).as(who.role()).isFalse();
        }
        assertThat(objection(LEAD, limit)).isEqualTo("not-yours-to-write");
        assertThat(called(limit))
                .contains(
                        SHIFT.id().toString(),
                        MANAGER.id().toString(),
                        SUPERVISOR.id().toString())
                .doesNotContain(OUTSIDE.stream().map(who -> who.id().toString()).toArray(String[]::new));
        assertThat(shelter.below("select case_named('%s')".formatted(limit))).isEqualTo(her.toString());
    }

    @Test
    void with_her_stay_or_with_what_she_agreed_to_it_stops_and_nobody_is_asked() throws Exception {
        RestrictionId limit = imposed(20, MANAGER);
        assertThat(told(MANAGER, DAY, doors -> doors.over().stopped(new PlacementStopped(List.of(stay)))))
                .as("not while she lives there and agrees")
                .isEmpty();
        shelter.arrange(
                "update referral_card set status = 'REVOKED' where referral_id = (select referral_id from placement where placement_id = '%s')"
                        .formatted(stay));
        assertThat(told(LEAD, DAY, doors -> doors.over().stopped(new PlacementStopped(List.of(stay)))))
                .containsExactly(new Stopped(List.of(limit)));
        assertThat(shelter.below("select end_kind from restriction")).isEqualTo("STOPPED");
        assertThat(shelter.below("select ended_at is not null from restriction_minimum"))
                .isEqualTo("t");
    }

    @Test
    void she_takes_none_with_her_when_she_leaves() throws Exception {
        RestrictionId limit = imposed(20, MANAGER);
        shelter.arrange(
                "update placement set status = 'ENDED', end_reason = 'OWN_CHOICE', next_type = 'FRIENDS', ended_at = now() + interval '1 day', ended_by = admitted_by where placement_id = '%s'"
                        .formatted(stay));
        assertThat(told(MANAGER, DAY.multipliedBy(2), doors -> doors.over()
                        .left(new PlacementEnded(List.of(stay), "OWN_CHOICE", "FRIENDS", at(2)))))
                .containsExactly(new Stopped(List.of(limit)));
        assertThat(reason(SHIFT, DAY.multipliedBy(2), doors -> doors.limits().impose(stay, phone(5, MANAGER), null)))
                .isEqualTo("lives-there-no-more");
    }

    private NewRestriction phone(int days, Who reviewer) {
        return new NewRestriction("PHONE", "Calls at night woke the others", at(days), id(reviewer));
    }

    private Instant at(int days) {
        return shelter.now.plus(DAY.multipliedBy(days));
    }

    private static WorkerId id(Who who) {
        return new WorkerId(who.id());
    }

    private RestrictionId imposed(int days, Who reviewer) throws Exception {
        List<Object> told = new ArrayList<>();
        RestrictionId made = as(SHIFT, HOUR, doors -> {
            RestrictionId one = doors.limits().impose(stay, phone(days, reviewer), null);
            told.addAll(doors.told());
            return one;
        });
        assertThat(told).singleElement().isInstanceOf(Imposed.class);
        return made;
    }

    private Restriction read(Who who, RestrictionId id) throws Exception {
        return as(who, DAY, doors -> doors.limits().read(id)).restrictions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String objection(Who who, RestrictionId id) throws Exception {
        return as(who, DAY, doors -> doors.policy()
                        .objections(
                                doors.caller(),
                                Permission.REVIEW_RESTRICTION,
                                id,
                                doors.policy().standing(doors.caller(), id).orElseThrow()))
                .stream()
                .map(Reason::code)
                .findFirst()
                .orElse(null);
    }

    private List<String> called(RestrictionId id) throws Exception {
        return shelter.as(SYSTEM, DAY, doors -> {
            List<String> told = new ArrayList<>();
            try (var rows =
                    doors.sql().createStatement().executeQuery("select told_of_task('%s', false)".formatted(id))) {
                while (rows.next()) {
                    told.add(rows.getString(1));
                }
            }
            return told;
        });
    }

    private <T> T as(Who who, Duration later, Act<T> act) throws Exception {
        return shelter.as(who, later, housing -> {
            Wired wired = housing.wired().with(PlacementPolicy.class, asTheDatabaseSays(housing.sql()));
            return act.in(new Doors(
                    wired.of(RestrictionService.class),
                    wired.of(RestrictionPolicy.class),
                    wired.of(OverStays.class),
                    housing.caller(),
                    wired.told()));
        });
    }

    /** The gate's own reckoning of a placement is held by others; here it answers as row security does. */
    private static PlacementPolicy asTheDatabaseSays(Connection sql) {
        return new PlacementPolicy() {
            @Override
            public Optional<Standing> standing(Caller caller, PlacementId id) {
                return ask("select case_id from placement_minimum where placement_id = '" + id + "'")
                        .map(found ->
                                new Standing(Optional.of(CaseId.of(found)), id.value(), "TEST", Optional.empty()));
            }

            @Override
            public List<Reason> objections(Caller caller, Permission permission, PlacementId id, Standing standing) {
                return ask("select places(case_id, organisation_id) from placement_minimum where placement_id = '" + id
                                        + "'")
                                .filter("t"::equals)
                                .isPresent()
                        ? List.of()
                        : List.of(Reason.of("not-yours-to-write"));
            }

            private Optional<String> ask(String question) {
                try (ResultSet answer = sql.createStatement().executeQuery(question)) {
                    return answer.next() ? Optional.ofNullable(answer.getString(1)) : Optional.empty();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        };
    }

    private interface Deed {
        void in(Doors doors) throws Exception;
    }

    private void does(Who who, Duration later, Deed deed) throws Exception {
        as(who, later, doors -> {
            deed.in(doors);
            return null;
        });
    }

    private List<Object> told(Who who, Duration later, Deed deed) throws Exception {
        return as(who, later, doors -> {
            deed.in(doors);
            return doors.told();
        });
    }

    private boolean there(Who who, RestrictionId id) throws Exception {
        return as(who, DAY, doors -> doors.policy().standing(doors.caller(), id).isPresent());
    }

    private String reason(Who who, Duration later, Act<?> act) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> as(who, later, act));
        Reason why = refused.reasons().get(0);
        return (why.field().isEmpty() ? "" : why.field() + " ") + why.code();
    }

    private String failure(Who who, String statement) {
        SQLException failed = shelter.refusal(who, DAY, statement);
        return failed == null ? null : failed.getMessage();
    }
}
