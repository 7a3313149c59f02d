package org.alongside.counselling;

import static org.alongside.counselling.Practice.NOOR;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.counselling.GroupView.Came;
import org.alongside.counselling.NewGroup.NewGroupHour;
import org.alongside.counselling.NewGroup.NewMember;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSession.NewHour;
import org.alongside.setup.SameSecond;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.GroupId;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;
import org.alongside.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours of a counsellor that others end, move or close while they are planned. */
class HoursTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Practice practice = Practice.own();
    private CaseId her;

    @BeforeEach
    void noor_counsels_her() throws SQLException {
        her = practice.counselled(NOOR);
    }

    @AfterEach
    void close() throws SQLException {
        practice.close();
    }

    @Test
    void in_the_second_in_which_she_takes_back_what_she_agreed_to_nothing_is_planned_with_her() throws Exception {
        try (Connection withdrawal = practice.database.inside().getConnection()) {
            withdrawal.setAutoCommit(false);
            withdrawal.createStatement().execute(closing());
            assertThat(SameSecond.keptAfter(withdrawal, () -> planned(5)))
                    .hasValueSatisfying(
                            failed -> assertThat(Sql.stateIn(failed)).contains("42501"));
        }
        assertThat(practice.below("select count(*) from counselling_session")).containsExactly("0");
        assertThat(practice.below("select count(*) from sitting")).containsExactly("0");
    }

    @Test
    void an_hour_of_which_nobody_may_say_anything_any_more_is_over_and_is_nobodys() throws Exception {
        planned(2);
        practice.arrange(closing());
        SittingId sitting = sitting();
        assertThat(waits(sitting, HOUR)).as("before it is over").isFalse();
        assertThat(practice.below("select recorded_at is null from sitting")).containsExactly("t");
        assertThat(waits(sitting, DAY)).isFalse();
        WeekView week = practice.as(NOOR, DAY, doors -> doors.weeks().week(new WeekService.WeekQuery(null)));
        assertThat(week.unsaid()).isEmpty();
        assertThat(practice.as(NOOR, DAY, doors -> doors.caseload().caseload()).counsellors())
                .allSatisfy(one -> assertThat(one.unsaid()).isZero());
        assertThat(practice.below("select given_up_at is not null from sitting"))
                .as("nobody sat with her at it")
                .containsExactly("t");
    }

    @Test
    void of_an_hour_whose_counsellor_has_left_nobody_is_asked() throws Exception {
        planned(2);
        practice.arrange(
                "update worker set left_at = now() + interval '2 hours' where worker_id = '%s'".formatted(NOOR.id()));
        assertThat(waits(sitting(), DAY)).isFalse();
        assertThat(practice.below("select given_up_at is not null from sitting"))
                .containsExactly("t");
    }

    @Test
    void whoever_counsels_her_as_one_of_a_team_is_asked_too() throws Exception {
        SessionId id = planned(2);
        practice.arrange("update assignment set worker_id = null where case_id = '%s' and worker_id = '%s'"
                .formatted(her, NOOR.id()));
        practice.arrange(
                "insert into team_member (team_id, worker_id, supervises, from_at) values ('%s', '%s', true, now() - interval '9 days')"
                        .formatted(Who.demo("a000", NOOR.house()), NOOR.id()));
        assertThat(practice.there(NOOR, id)).isTrue();
        assertThat(waits(sitting(), DAY)).isTrue();
    }

    @Test
    void a_group_hour_at_which_somebody_has_come_is_not_moved_any_more() throws Exception {
        CaseId another = practice.counselled(NOOR);
        GroupId group = practice.as(NOOR, HOUR, doors -> doors.groups().open(new NewGroup("SUPPORT_GROUP"), null));
        practice.does(NOOR, HOUR, doors -> {
            doors.groups().join(group, new NewMember(her));
            doors.groups().join(group, new NewMember(another));
            doors.groups().plan(group, new NewGroupHour(at(2), 60, "IN_PERSON", "COUNSELLING_ROOM", "NONE"), null);
        });
        List<Came> came = practice.as(NOOR, HOUR, doors -> doors.groups().read(group))
                .hours()
                .get(0)
                .came();
        SessionId other = came.get(1).session();
        practice.does(NOOR, HOUR.multipliedBy(3), doors -> doors.sessions()
                .record(came.get(0).session(), new NewAttendance("ATTENDED")));
        Refusal refused = catchThrowableOfType(
                Refusal.class,
                () -> practice.does(
                        NOOR, HOUR.multipliedBy(3), doors -> doors.sessions().move(other, new NewHour(at(30), 60))));
        assertThat(refused.reasons().get(0).code()).isEqualTo("session-recorded");
        Throwable past = catchThrowable(() -> practice.does(NOOR, HOUR.multipliedBy(3), doors -> doors.sql()
                .createStatement()
                .execute("""
                        update sitting set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
                        """)));
        assertThat(Sql.stateIn(past)).as("nor past the door").contains("42501");
    }

    private String closing() {
        return "update access_grant set ended_at = now(), end_reason = 'WITHDRAWN' where case_id = '%s' and basis = 'REFERRAL'"
                .formatted(her);
    }

    private SessionId planned(int hours) throws Exception {
        return practice.as(NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(at(hours)), null));
    }

    private boolean waits(SittingId sitting, Duration later) throws Exception {
        return practice.as(SYSTEM, later, doors -> doors.sessions().waits(sitting));
    }

    private SittingId sitting() throws SQLException {
        return new SittingId(
                UUID.fromString(practice.below("select sitting_id from sitting").get(0)));
    }

    private Instant at(int hours) {
        return practice.now.plus(HOUR.multipliedBy(hours));
    }
}
