package org.alongside.counselling;

import static org.alongside.counselling.Practice.ELIF;
import static org.alongside.counselling.Practice.HEALTH;
import static org.alongside.counselling.Practice.LEAD;
import static org.alongside.counselling.Practice.NOOR;
import static org.alongside.counselling.Practice.SUPERVISOR;
import static org.alongside.counselling.Practice.THIRD;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSession.NewHour;
import org.alongside.counselling.NewSession.NewWorry;
import org.alongside.counselling.Practice.Deed;
import org.alongside.counselling.SessionEvent.Moved;
import org.alongside.counselling.SessionEvent.Over;
import org.alongside.counselling.SessionEvent.Planned;
import org.alongside.referral.ReferralEvent.ReferralRevoked;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.SessionId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions through their doors and past them: with whom, when, who came, and who is asked. */
class CounsellingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Practice practice = Practice.own();
    private CaseId her;

    @BeforeEach
    void noor_counsels_her() throws Exception {
        her = practice.counselled(NOOR, THIRD);
    }

    @AfterEach
    void close() throws SQLException {
        practice.close();
    }

    @Test
    void never_two_at_once_for_one_counsellor_whoever_they_are_with() throws Exception {
        CaseId other = practice.counselled(NOOR);
        practice.planned(NOOR, her, practice.at(5));
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions()
                        .plan(other, Practice.session(practice.at(5).plusSeconds(2400)), null)))
                .isEqualTo("two-at-once");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions()
                        .plan(her, Practice.session(practice.at(5).minusSeconds(600)), null)))
                .isEqualTo("two-at-once");
        SessionId next = practice.planned(NOOR, other, practice.at(5).plusSeconds(3000));
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.sessions().move(next, new NewHour(practice.at(5), 30));
                    return null;
                }))
                .isEqualTo("two-at-once");
        practice.planned(THIRD, her, practice.at(5));
        does(NOOR, HOUR, doors -> doors.sessions().record(next, new NewAttendance("CANCELLED_SURVIVOR")));
        practice.planned(NOOR, other, practice.at(5).plusSeconds(3000));
    }

    @Test
    void never_with_a_counsellor_whom_her_file_does_not_reach() throws Exception {
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions().plan(her, with(ELIF, practice.at(5)), null)))
                .isEqualTo("counsellor not-on-the-case");
        assertThat(practice.reason(
                        NOOR, HOUR, doors -> doors.sessions().plan(her, with(SUPERVISOR, practice.at(5)), null)))
                .isEqualTo("counsellor not-on-the-case");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions().plan(her, with(HEALTH, practice.at(5)), null)))
                .isEqualTo("counsellor not-on-the-case");
        assertThat(practice.state(NOOR, plan(her, ELIF))).as("past the door").isEqualTo("AL060");
        assertThat(practice.state(ELIF, plan(her, ELIF))).isEqualTo("42501");
        assertThat(practice.state(LEAD, plan(her, LEAD))).isEqualTo("42501");
        practice.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(THIRD.id(), her));
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions().plan(her, with(THIRD, practice.at(5)), null)))
                .as("nor with whom she has a tie")
                .isEqualTo("counsellor not-on-the-case");
    }

    @Test
    void a_colleague_who_counsels_her_too_can_be_named_and_then_it_is_theirs() throws Exception {
        SessionId id = practice.as(NOOR, HOUR, doors -> doors.sessions().plan(her, with(THIRD, practice.at(5)), null));
        assertThat(practice.as(THIRD, HOUR, doors -> doors.sessions().read(id)).own())
                .isTrue();
        assertThat(practice.there(NOOR, id)).isFalse();
    }

    @Test
    void it_is_planned_moved_and_recorded_and_the_clock_is_told() throws Exception {
        List<Object> told =
                practice.told(NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(practice.at(5)), null));
        assertThat(told).singleElement().isInstanceOfSatisfying(Planned.class, planned -> {
            assertThat(planned.endsAt()).isEqualTo(practice.at(5).plusSeconds(3000));
            assertThat(planned.recordBy())
                    .isEqualTo(practice.at(5).plusSeconds(3000).plus(DAY.multipliedBy(2)));
        });
        SessionId id = only();
        assertThat(practice.told(NOOR, HOUR, doors -> doors.sessions().move(id, new NewHour(practice.at(6), 60))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.endsAt()).isEqualTo(practice.at(7)));
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.sessions().record(id, new NewAttendance("ATTENDED"));
                    return null;
                }))
                .as("nobody has come before the hour has")
                .isEqualTo("not-begun-yet");
        assertThat(
                        practice.state(
                                NOOR,
                                "update counselling_session set attendance = 'ATTENDED', recorded_at = caller_now(), recorded_by = caller_worker()"))
                .isEqualTo("42501");
        List<Object> over = practice.told(
                NOOR, HOUR.multipliedBy(8), doors -> doors.sessions().record(id, new NewAttendance("ATTENDED")));
        assertThat(over).hasSize(2);
        assertThat(over.get(0)).isInstanceOf(Over.class);
        assertThat(over.get(1).toString()).as("with that the house has met her").startsWith("met ");
        assertThat(practice.reason(NOOR, HOUR.multipliedBy(8), doors -> {
                    doors.sessions().move(id, new NewHour(practice.at(20), 60));
                    return null;
                }))
                .isEqualTo("session-recorded");
        does(NOOR, HOUR.multipliedBy(8), doors -> doors.sessions().record(id, new NewAttendance("NO_SHOW")));
        assertThat(practice.as(NOOR, DAY, doors -> doors.sessions().read(id)).attendance())
                .as("a slip is put right")
                .isEqualTo("NO_SHOW");
        assertThat(practice.reason(NOOR, DAY, doors -> {
                    doors.sessions().record(id, new NewAttendance("PLANNED"));
                    return null;
                }))
                .isEqualTo("attendance attendance-to-say");
    }

    @Test
    void who_writes_down_an_hour_that_is_over_is_asked_only_after_a_while() throws Exception {
        assertThat(practice.told(
                        NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(practice.at(-30)), null)))
                .singleElement()
                .isInstanceOfSatisfying(Planned.class, planned -> {
                    assertThat(planned.endsAt()).isEqualTo(practice.at(1).plusSeconds(900));
                    assertThat(planned.recordBy())
                            .isEqualTo(practice.at(1).plusSeconds(900).plus(DAY.multipliedBy(2)));
                });
    }

    @Test
    void an_hour_called_off_is_free_and_taken_again_if_she_came_after_all() throws Exception {
        SessionId id = practice.planned(NOOR, her, practice.at(5));
        does(NOOR, HOUR, doors -> doors.sessions().record(id, new NewAttendance("CANCELLED_PROVIDER")));
        SessionId other = practice.planned(NOOR, her, practice.at(5));
        assertThat(practice.reason(NOOR, HOUR.multipliedBy(8), doors -> {
                    doors.sessions().record(id, new NewAttendance("ATTENDED"));
                    return null;
                }))
                .isEqualTo("two-at-once");
        does(NOOR, HOUR, doors -> doors.sessions().record(other, new NewAttendance("CANCELLED_SURVIVOR")));
        does(NOOR, HOUR.multipliedBy(8), doors -> doors.sessions().record(id, new NewAttendance("ATTENDED")));
    }

    @Test
    void what_is_not_a_session_is_refused_in_words() throws Exception {
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions()
                        .plan(
                                her,
                                new NewSession(null, practice.at(5), 500, "INDIVIDUAL", "BY_VIDEO", "APART", "NONE"),
                                null)))
                .isEqualTo("minutes minutes-range");
        assertThat(practice.reason(
                        NOOR, HOUR, doors -> doors.sessions().plan(her, Practice.session(practice.at(-24 * 31)), null)))
                .isEqualTo("startsAt longer-ago-than-days");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions()
                        .plan(
                                her,
                                new NewSession(null, practice.at(5), 50, "CHAT", "BY_VIDEO", "APART", "NONE"),
                                null)))
                .isEqualTo("type unknown-code");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions()
                        .plan(her, new NewSession(null, null, null, "CRISIS", "BY_VIDEO", "APART", "NONE"), null)))
                .isEqualTo("startsAt missing");
        assertThat(practice.state(NOOR, plan(her, NOOR).replace("interval '6 hours'", "interval '20 hours'")))
                .isEqualTo("42501");
    }

    @Test
    void a_worry_becomes_an_alert_without_a_word_of_it() throws Exception {
        SessionId id = practice.held(her);
        assertThat(practice.told(NOOR, DAY, doors -> doors.sessions().worry(id, new NewWorry(true), null)))
                .containsExactly("WORRY " + her + " true");
    }

    @Test
    void with_what_she_agreed_to_ends_what_was_planned_and_the_hour_is_free() throws Exception {
        practice.planned(NOOR, her, practice.at(30));
        ReferralId referral =
                ReferralId.of(practice.below("select referral_id from referral where case_id = '" + her + "'")
                        .get(0));
        assertThat(practice.told(
                        LEAD, DAY, doors -> doors.with().ended(new ReferralRevoked(referral, "OTHER", practice.now))))
                .as("not while it goes on")
                .isEmpty();
        practice.arrange("update referral_card set status = 'REVOKED' where referral_id = '" + referral + "'");
        assertThat(practice.told(
                        LEAD, DAY, doors -> doors.with().ended(new ReferralRevoked(referral, "OTHER", practice.now))))
                .singleElement()
                .isInstanceOf(Over.class);
        assertThat(practice.below("select attendance from counselling_session where case_id = '" + her + "'"))
                .containsExactly("CANCELLED_PROVIDER");
        assertThat(practice.below("select given_up_at is not null from sitting where group_id is null"))
                .containsExactly("t");
    }

    @Test
    void nobody_is_asked_who_came_once_her_file_is_closed_to_the_house() throws Exception {
        practice.planned(NOOR, her, practice.at(2));
        String sitting = practice.below("select sitting_id from sitting").get(0);
        assertThat(practice.sees(SYSTEM, DAY, "select sitting_waits('" + sitting + "')"))
                .containsExactly("t");
        assertThat(practice.sees(NOOR, DAY, "select sitting_waits('" + sitting + "')"))
                .as("a question of the processes")
                .containsExactly("f");
        practice.arrange(
                "update access_grant set ended_at = now(), end_reason = 'WITHDRAWN' where case_id = '%s' and basis = 'REFERRAL'"
                        .formatted(her));
        assertThat(practice.sees(SYSTEM, DAY, "select sitting_waits('" + sitting + "')"))
                .containsExactly("f");
    }

    @Test
    void the_week_shows_a_counsellors_own_hours_and_what_is_not_said_yet() throws Exception {
        practice.planned(NOOR, her, practice.at(2));
        practice.planned(THIRD, her, practice.at(2));
        WeekView week = practice.as(NOOR, HOUR.multipliedBy(5), doors -> doors.weeks()
                .week(new WeekService.WeekQuery(Practice.day(practice.at(2)))));
        assertThat(week.monday().getDayOfWeek()).isEqualTo(java.time.DayOfWeek.MONDAY);
        assertThat(week.hours()).singleElement().satisfies(hour -> assertThat(hour.sessions())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).contains("Quillara")));
        assertThat(week.unsaid()).hasSize(1);
        assertThat(week.most()).isEqualTo(3);
    }

    @Test
    void who_is_called_to_an_hour_is_its_counsellor_and_who_looks_after_them_and_nobody_of_her_file() throws Exception {
        SessionId id = practice.planned(NOOR, her, practice.at(2));
        String sitting = practice.below("select sitting_id from sitting").get(0);
        assertThat(practice.sees(SYSTEM, HOUR, "select told_of_task('" + sitting + "', false)"))
                .containsExactlyInAnyOrder(NOOR.id().toString(), SUPERVISOR.id().toString());
        assertThat(practice.below("select case_named('" + id + "')")).containsExactly(her.toString());
    }

    private static NewSession with(Who who, Instant at) {
        return new NewSession(new WorkerId(who.id()), at, 50, "INDIVIDUAL", "IN_PERSON", "COUNSELLING_ROOM", "NONE");
    }

    private SessionId only() throws SQLException {
        return SessionId.of(
                practice.below("select session_id from counselling_session").get(0));
    }

    private static String plan(CaseId caseId, Who counsellor) {
        return """
                select session_plan(gen_random_uuid(), gen_random_uuid(), '%s', '%s', 'INDIVIDUAL', 'IN_PERSON', 'CLINIC', 'NONE',
                                    caller_now() + interval '5 hours', caller_now() + interval '6 hours')
                """.formatted(caseId, counsellor.id());
    }

    private void does(Who who, Duration later, Deed deed) throws Exception {
        practice.does(who, later, deed);
    }
}
