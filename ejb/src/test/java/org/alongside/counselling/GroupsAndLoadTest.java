package org.alongside.counselling;

import static org.alongside.counselling.Practice.ELIF;
import static org.alongside.counselling.Practice.LEAD;
import static org.alongside.counselling.Practice.NOOR;
import static org.alongside.counselling.Practice.SUPERVISOR;
import static org.alongside.counselling.Practice.THIRD;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.alongside.counselling.CaseloadView.Carried;
import org.alongside.counselling.GroupView.Came;
import org.alongside.counselling.GroupView.GroupHour;
import org.alongside.counselling.NewGroup.NewGroupHour;
import org.alongside.counselling.NewGroup.NewMember;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSupervision.NewMeeting;
import org.alongside.counselling.Practice.Act;
import org.alongside.counselling.SessionEvent.Over;
import org.alongside.counselling.SupervisionEvent.CarriesTooMuch;
import org.alongside.counselling.SupervisionEvent.Ended;
import org.alongside.counselling.SupervisionEvent.Met;
import org.alongside.counselling.SupervisionEvent.Named;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.GroupId;
import org.alongside.shared.SupervisionId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups are their counsellor's alone; what counsellors carry is numbers; who supervises whom is named by somebody else. */
class GroupsAndLoadTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Practice practice = Practice.own();
    private CaseId her;
    private CaseId another;
    private GroupId group;

    @BeforeEach
    void two_whom_noor_counsels_are_in_a_group() throws Exception {
        her = practice.counselled(NOOR, THIRD);
        another = practice.counselled(NOOR, THIRD);
        group = practice.as(NOOR, Duration.ZERO, doors -> doors.groups().open(new NewGroup("SUPPORT_GROUP"), null));
        practice.does(NOOR, Duration.ZERO, doors -> {
            doors.groups().join(group, new NewMember(her));
            doors.groups().join(group, new NewMember(another));
        });
    }

    @AfterEach
    void close() throws SQLException {
        practice.close();
    }

    @Test
    void its_counsellor_sees_who_is_in_it_and_who_came() throws Exception {
        practice.does(NOOR, HOUR, doors -> doors.groups().plan(group, hour(2), null));
        GroupView view =
                practice.as(NOOR, HOUR.multipliedBy(4), doors -> doors.groups().read(group));
        assertThat(view.code()).matches("G-[2-9A-HJ-NP-Z]{4}");
        assertThat(view.members()).extracting(GroupView.GroupMember::caseId).containsExactlyInAnyOrder(her, another);
        GroupHour first = view.hours().get(0);
        assertThat(first.came()).extracting(Came::attendance).containsExactly("PLANNED", "PLANNED");
        List<Object> one = practice.told(NOOR, HOUR.multipliedBy(4), doors -> doors.sessions()
                .record(first.came().get(0).session(), new NewAttendance("ATTENDED")));
        assertThat(one).noneMatch(Over.class::isInstance);
        List<Object> both = practice.told(NOOR, HOUR.multipliedBy(4), doors -> doors.sessions()
                .record(first.came().get(1).session(), new NewAttendance("NO_SHOW")));
        assertThat(both).as("only when it is said of everybody").anyMatch(Over.class::isInstance);
    }

    @Test
    void what_is_for_one_person_alone_is_no_group() {
        for (String alone : List.of("INTAKE", "INDIVIDUAL", "CRISIS", "PSYCHIATRIC")) {
            assertThat(practice.reason(NOOR, HOUR, doors -> doors.groups().open(new NewGroup(alone), null)))
                    .isEqualTo("type not-for-a-group");
        }
    }

    @Test
    void nobody_else_learns_of_the_group_or_of_one_member_through_another() throws Exception {
        practice.does(NOOR, HOUR, doors -> doors.groups().plan(group, hour(2), null));
        practice.does(NOOR, HOUR.multipliedBy(4), doors -> {
            for (Came came : doors.groups().read(group).hours().get(0).came()) {
                doors.sessions().record(came.session(), new NewAttendance("ATTENDED"));
            }
        });
        practice.does(SUPERVISOR, HOUR, doors -> doors.caseload()
                .name(new NewSupervision(new WorkerId(NOOR.id()), new WorkerId(ELIF.id()))));
        for (Who who : List.of(THIRD, LEAD, ELIF, SUPERVISOR)) {
            for (String table : List.of("counselling_group", "group_member", "counselling_session")) {
                assertThat(practice.sees(who, DAY, "select count(*) from " + table))
                        .as(who.role() + " " + who.number() + " " + table)
                        .containsExactly("0");
            }
        }
        for (Who who : List.of(THIRD, LEAD)) {
            CounsellingView view =
                    practice.as(who, DAY, doors -> doors.sessions().of(her));
            assertThat(view.attended()).as("that she came, and no more").hasSize(1);
            assertThat(view.attended().toString()).doesNotContain("G-").doesNotContain(another.toString());
        }
        assertThat(
                        practice.below(
                                "select distinct data_type from information_schema.columns where table_name = 'session_attended' and column_name = 'held_on'"))
                .as("a day and no hour: two at one hour would be a group")
                .containsExactly("date");
    }

    @Test
    void only_whom_the_counsellor_counsels_and_only_once() throws Exception {
        CaseId thirds = practice.counselled(THIRD);
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.groups().join(group, new NewMember(thirds));
                    return null;
                }))
                .isEqualTo("caseId not-on-the-case");
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.groups().join(group, new NewMember(CaseId.random()));
                    return null;
                }))
                .as("as one that does not exist")
                .isEqualTo("caseId not-on-the-case");
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.groups().join(group, new NewMember(her));
                    return null;
                }))
                .isEqualTo("in-the-group-already");
        assertThat(practice.state(NOOR, """
                        insert into group_member (group_id, case_id, organisation_id, counsellor_id, joined_at)
                        values ('%s', '%s', '%s', '%s', caller_now())
                        """.formatted(group, thirds, Practice.CEDAR, NOOR.id())))
                .isEqualTo("42501");
        assertThat(practice.state(THIRD, """
                        insert into group_member (group_id, case_id, organisation_id, counsellor_id, joined_at)
                        values ('%s', '%s', '%s', '%s', caller_now())
                        """.formatted(group, thirds, Practice.CEDAR, THIRD.id())))
                .as("nor into a group of somebody else")
                .isEqualTo("23503");
    }

    @Test
    void who_joins_comes_to_what_is_planned_and_who_leaves_does_not() throws Exception {
        practice.does(NOOR, HOUR, doors -> doors.groups().plan(group, hour(24), null));
        CaseId late = practice.counselled(NOOR);
        practice.does(NOOR, HOUR, doors -> doors.groups().join(group, new NewMember(late)));
        assertThat(planned()).isEqualTo(3);
        practice.does(NOOR, HOUR, doors -> doors.groups().leave(group, her));
        assertThat(planned()).isEqualTo(2);
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.groups().leave(group, her);
                    return null;
                }))
                .isEqualTo("not-in-the-group");
        List<Object> over = practice.told(NOOR, HOUR, doors -> doors.groups().end(group));
        assertThat(over).singleElement().isInstanceOf(Over.class);
        assertThat(planned()).isZero();
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.groups().plan(group, hour(48), null)))
                .isEqualTo("group-ended");
    }

    @Test
    void a_group_without_anybody_has_no_hours() throws Exception {
        GroupId empty = practice.as(NOOR, HOUR, doors -> doors.groups().open(new NewGroup("GROUP"), null));
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.groups().plan(empty, hour(2), null)))
                .isEqualTo("group-empty");
        practice.does(NOOR, HOUR, doors -> doors.groups().plan(group, hour(2), null));
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.groups().plan(group, hour(2), null)))
                .isEqualTo("two-at-once");
    }

    @Test
    void what_each_carries_is_numbers_and_a_supervisor_is_warned_once() throws Exception {
        practice.does(NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(week(1)), null));
        List<Object> fine =
                practice.told(NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(week(3)), null));
        assertThat(fine).noneMatch(CarriesTooMuch.class::isInstance);
        practice.does(NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(week(5)), null));
        List<Object> much =
                practice.told(NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(week(7)), null));
        assertThat(much).filteredOn(CarriesTooMuch.class::isInstance).hasSize(1);
        assertThat(practice.told(NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(week(9)), null)))
                .as("nobody has looked at the first warning yet")
                .noneMatch(CarriesTooMuch.class::isInstance);
        CaseloadView seen =
                practice.as(SUPERVISOR, HOUR, doors -> doors.caseload().caseload());
        assertThat(seen.warnings()).singleElement().satisfies(one -> {
            assertThat(one.sessions()).isEqualTo(4);
            assertThat(one.openCases()).isEqualTo(2);
        });
        assertThat(seen.counsellors()).extracting(Carried::openCases).contains(2);
        assertThat(practice.as(NOOR, HOUR, doors -> doors.caseload().caseload()).counsellors())
                .as("a counsellor sees what they carry themselves")
                .extracting(Carried::id)
                .containsExactly(new WorkerId(NOOR.id()));
        practice.does(SUPERVISOR, HOUR, doors -> doors.caseload()
                .looked(doors.caseload().caseload().warnings().get(0).id()));
        assertThat(practice.as(SUPERVISOR, HOUR, doors -> doors.caseload().caseload())
                        .warnings())
                .isEmpty();
        assertThat(practice.sees(LEAD, DAY, "select count(*) from caseload_warning"))
                .containsExactly("0");
        assertThat(practice.sees(LEAD, DAY, "select count(*) from counselling_load(now(), now())"))
                .containsExactly("0");
    }

    @Test
    void who_supervises_is_named_by_somebody_else_of_the_house_and_both_counsel_there() throws Exception {
        assertThat(practice.reason(SUPERVISOR, HOUR, naming(NOOR, NOOR))).isEqualTo("supervisor supervises-oneself");
        assertThat(practice.reason(SUPERVISOR, HOUR, naming(NOOR, SUPERVISOR))).isEqualTo("supervisor names-oneself");
        assertThat(practice.reason(SUPERVISOR, HOUR, naming(NOOR, LEAD))).isEqualTo("supervisor not-a-counsellor-here");
        assertThat(practice.reason(SUPERVISOR, HOUR, naming(LEAD, NOOR))).isEqualTo("not-a-counsellor-here");
        assertThat(practice.state(NOOR, """
                        insert into clinical_supervision (supervision_id, organisation_id, counsellor_id, supervisor_id, named_at, named_by)
                        values (gen_random_uuid(), '%s', '%s', '%s', caller_now(), '%s')
                        """.formatted(Practice.CEDAR, THIRD.id(), ELIF.id(), NOOR.id())))
                .as("past the door, by a counsellor")
                .isEqualTo("42501");
        List<Object> told = practice.told(SUPERVISOR, HOUR, doors -> doors.caseload()
                .name(new NewSupervision(new WorkerId(NOOR.id()), new WorkerId(ELIF.id()))));
        assertThat(told).singleElement().isInstanceOfSatisfying(Named.class, named -> assertThat(named.meetBy())
                .isEqualTo(practice.now.plus(HOUR).plus(DAY.multipliedBy(30))));
        List<Object> again = practice.told(SUPERVISOR, HOUR, doors -> doors.caseload()
                .name(new NewSupervision(new WorkerId(NOOR.id()), new WorkerId(THIRD.id()))));
        assertThat(again).extracting(Object::getClass).containsExactly(Ended.class, Named.class);
    }

    @Test
    void that_they_met_is_said_by_one_of_the_two_and_sets_the_clock_anew() throws Exception {
        SupervisionId id = practice.as(SUPERVISOR, HOUR, doors -> doors.caseload()
                .name(new NewSupervision(new WorkerId(NOOR.id()), new WorkerId(ELIF.id()))));
        LocalDate today = LocalDate.ofInstant(practice.now.plus(DAY), ZoneOffset.UTC);
        assertThat(practice.told(ELIF, DAY, doors -> doors.caseload().met(id, new NewMeeting(today))))
                .singleElement()
                .isInstanceOfSatisfying(Met.class, met -> assertThat(met.meetBy())
                        .isEqualTo(
                                today.plusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant()));
        assertThat(practice.told(NOOR, DAY, doors -> doors.caseload().met(id, new NewMeeting(today))))
                .as("the same day twice is one meeting")
                .isEmpty();
        assertThat(practice.reason(NOOR, DAY, doors -> {
                    doors.caseload().met(id, new NewMeeting(today.plusDays(1)));
                    return null;
                }))
                .isEqualTo("heldOn in-the-future");
        assertThat(practice.state(THIRD, """
                        insert into supervision_meeting (meeting_id, organisation_id, counsellor_id, supervisor_id, held_on, recorded_at, recorded_by)
                        values (gen_random_uuid(), '%s', '%s', '%s', current_date, caller_now(), '%s')
                        """.formatted(Practice.CEDAR, NOOR.id(), ELIF.id(), THIRD.id())))
                .isEqualTo("42501");
        assertThat(practice.as(SUPERVISOR, DAY, doors -> doors.caseload().caseload())
                        .counsellors())
                .filteredOn(one -> one.id().equals(new WorkerId(NOOR.id())))
                .extracting(Carried::lastMet)
                .containsExactly(java.util.Optional.of(today));
        assertThat(practice.sees(SYSTEM, DAY, "select told_of_task('" + id + "', false)"))
                .containsExactlyInAnyOrder(
                        NOOR.id().toString(),
                        ELIF.id().toString(),
                        SUPERVISOR.id().toString());
    }

    private static Act<Object> naming(Who counsellor, Who supervisor) {
        return doors ->
                doors.caseload().name(new NewSupervision(new WorkerId(counsellor.id()), new WorkerId(supervisor.id())));
    }

    private long planned() throws SQLException {
        return Long.parseLong(
                practice.below("select count(*) from counselling_session where in_group and attendance = 'PLANNED'")
                        .get(0));
    }

    private NewGroupHour hour(int hours) {
        return new NewGroupHour(practice.now.plus(HOUR.multipliedBy(hours)), 90, "IN_PERSON", "COMMUNITY", "NONE");
    }

    /** In one week, whichever day it is today. */
    private Instant week(int hours) {
        return LocalDate.ofInstant(practice.now.plus(DAY.multipliedBy(7)), ZoneOffset.UTC)
                .with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.WEDNESDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .plusHours(hours)
                .toInstant();
    }
}
