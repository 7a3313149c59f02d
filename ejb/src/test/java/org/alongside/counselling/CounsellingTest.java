package org.alongside.counselling;

import static org.alongside.counselling.Practice.COORDINATOR;
import static org.alongside.counselling.Practice.ELIF;
import static org.alongside.counselling.Practice.HEALTH;
import static org.alongside.counselling.Practice.LAWYER;
import static org.alongside.counselling.Practice.LEAD;
import static org.alongside.counselling.Practice.LEADS_SUPERVISOR;
import static org.alongside.counselling.Practice.NOOR;
import static org.alongside.counselling.Practice.POLICE;
import static org.alongside.counselling.Practice.PROSECUTION;
import static org.alongside.counselling.Practice.SHELTER;
import static org.alongside.counselling.Practice.SUPERVISOR;
import static org.alongside.counselling.Practice.THIRD;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.counselling.CounsellingView.Attended;
import org.alongside.counselling.CounsellingView.Summary;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSession.NewHour;
import org.alongside.counselling.NewSession.NewNote;
import org.alongside.counselling.NewSession.NewSummary;
import org.alongside.counselling.NewSession.NewWorry;
import org.alongside.counselling.Practice.Deed;
import org.alongside.counselling.SessionEvent.Moved;
import org.alongside.counselling.SessionEvent.Over;
import org.alongside.counselling.SessionEvent.Planned;
import org.alongside.referral.ReferralEvent.ReferralRevoked;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.SessionId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions through their doors and past them: with whom, when, who came, and who knows what of them. */
class CounsellingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Practice practice = practice();
    private CaseId her;

    static Practice practice() {
        try {
            return new Practice(TestDatabase.own());
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    static NewSession session(Instant at) {
        return new NewSession(null, at, 50, "TRAUMA_FOCUSED", "IN_PERSON", "COUNSELLING_ROOM", "WOMAN");
    }

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
        planned(NOOR, her, at(5));
        assertThat(practice.reason(
                        NOOR, HOUR, doors -> doors.sessions().plan(other, session(at(5).plusSeconds(2400)), null)))
                .isEqualTo("two-at-once");
        assertThat(practice.reason(
                        NOOR, HOUR, doors -> doors.sessions().plan(her, session(at(5).minusSeconds(600)), null)))
                .isEqualTo("two-at-once");
        SessionId next = planned(NOOR, other, at(5).plusSeconds(3000));
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.sessions().move(next, new NewHour(at(5), 30));
                    return null;
                }))
                .isEqualTo("two-at-once");
        planned(THIRD, her, at(5));
        does(NOOR, HOUR, doors -> doors.sessions().record(next, new NewAttendance("CANCELLED_SURVIVOR")));
        planned(NOOR, other, at(5).plusSeconds(3000));
    }

    @Test
    void never_with_a_counsellor_whom_her_file_does_not_reach() throws Exception {
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions().plan(her, with(ELIF, at(5)), null)))
                .isEqualTo("counsellor not-on-the-case");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions().plan(her, with(SUPERVISOR, at(5)), null)))
                .isEqualTo("counsellor not-on-the-case");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions().plan(her, with(HEALTH, at(5)), null)))
                .isEqualTo("counsellor not-on-the-case");
        assertThat(practice.state(NOOR, plan(her, ELIF))).as("past the door").isEqualTo("AL060");
        assertThat(practice.state(ELIF, plan(her, ELIF))).isEqualTo("42501");
        assertThat(practice.state(LEAD, plan(her, LEAD))).isEqualTo("42501");
        practice.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(THIRD.id(), her));
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions().plan(her, with(THIRD, at(5)), null)))
                .as("nor with whom she has a tie")
                .isEqualTo("counsellor not-on-the-case");
    }

    @Test
    void a_colleague_who_counsels_her_too_can_be_named_and_then_it_is_theirs() throws Exception {
        SessionId id = practice.as(NOOR, HOUR, doors -> doors.sessions().plan(her, with(THIRD, at(5)), null));
        assertThat(practice.as(THIRD, HOUR, doors -> doors.sessions().read(id)).own())
                .isTrue();
        assertThat(practice.there(NOOR, id)).isFalse();
    }

    @Test
    void it_is_planned_moved_and_recorded_and_the_clock_is_told() throws Exception {
        List<Object> told = practice.told(NOOR, HOUR, doors -> doors.sessions().plan(her, session(at(5)), null));
        assertThat(told).singleElement().isInstanceOfSatisfying(Planned.class, planned -> {
            assertThat(planned.endsAt()).isEqualTo(at(5).plusSeconds(3000));
            assertThat(planned.recordBy()).isEqualTo(at(5).plusSeconds(3000).plus(DAY.multipliedBy(2)));
        });
        SessionId id = only();
        assertThat(practice.told(NOOR, HOUR, doors -> doors.sessions().move(id, new NewHour(at(6), 60))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.endsAt()).isEqualTo(at(7)));
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
                    doors.sessions().move(id, new NewHour(at(20), 60));
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
        assertThat(practice.told(NOOR, HOUR, doors -> doors.sessions().plan(her, session(at(-30)), null)))
                .singleElement()
                .isInstanceOfSatisfying(Planned.class, planned -> {
                    assertThat(planned.endsAt()).isEqualTo(at(1).plusSeconds(900));
                    assertThat(planned.recordBy())
                            .isEqualTo(at(1).plusSeconds(900).plus(DAY.multipliedBy(2)));
                });
    }

    @Test
    void an_hour_called_off_is_free_and_taken_again_if_she_came_after_all() throws Exception {
        SessionId id = planned(NOOR, her, at(5));
        does(NOOR, HOUR, doors -> doors.sessions().record(id, new NewAttendance("CANCELLED_PROVIDER")));
        SessionId other = planned(NOOR, her, at(5));
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
                        .plan(her, new NewSession(null, at(5), 500, "INDIVIDUAL", "BY_VIDEO", "APART", "NONE"), null)))
                .isEqualTo("minutes minutes-range");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions().plan(her, session(at(-24 * 31)), null)))
                .isEqualTo("startsAt longer-ago-than-days");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions()
                        .plan(her, new NewSession(null, at(5), 50, "CHAT", "BY_VIDEO", "APART", "NONE"), null)))
                .isEqualTo("type unknown-code");
        assertThat(practice.reason(NOOR, HOUR, doors -> doors.sessions()
                        .plan(her, new NewSession(null, null, null, "CRISIS", "BY_VIDEO", "APART", "NONE"), null)))
                .isEqualTo("startsAt missing");
        assertThat(practice.state(NOOR, plan(her, NOOR).replace("interval '6 hours'", "interval '20 hours'")))
                .isEqualTo("42501");
    }

    @Test
    void who_leads_knows_that_there_was_a_session_on_a_day_and_nothing_of_it() throws Exception {
        SessionId id = held();
        CounsellingView view = practice.as(LEAD, DAY, doors -> doors.sessions().of(her));
        assertThat(view.attended())
                .singleElement()
                .isEqualTo(new Attended(id, day(at(2)), "ATTENDED", "Cedar Counselling"));
        assertThat(view.sessions()).isEmpty();
        assertThat(view.summaries()).as("not even what she agreed to").isEmpty();
        assertThat(view.plannable()).isFalse();
        for (String table : List.of(
                "counselling_session",
                "sitting",
                "process_note",
                "clinical_record",
                "session_summary",
                "summary_for_lead")) {
            assertThat(practice.sees(LEAD, DAY, "select count(*) from " + table))
                    .as(table)
                    .containsExactly("0");
        }
        planned(NOOR, her, at(40));
        assertThat(practice.as(LEAD, DAY, doors -> doors.sessions().of(her)).attended())
                .as("nor what is still to come")
                .hasSize(1);
    }

    @Test
    void a_lawyer_the_police_and_all_others_see_nothing_not_even_that() throws Exception {
        held();
        for (Who who : List.of(LAWYER, POLICE, PROSECUTION, COORDINATOR, SHELTER, LEADS_SUPERVISOR, ELIF)) {
            for (String table : List.of(
                    "counselling_session", "session_attended", "process_note", "clinical_record", "session_summary")) {
                assertThat(practice.sees(who, DAY, "select count(*) from " + table))
                        .as(who.role() + " " + table)
                        .containsExactly("0");
            }
            assertThat(practice.stories(who, her)).as(who.role()).isEmpty();
        }
        assertThat(practice.reason(LAWYER, DAY, doors -> doors.sessions().of(her)))
                .isEqualTo("counselling-not-open");
    }

    @Test
    void health_reads_the_summary_she_agreed_to_until_she_takes_it_back_and_nothing_else() throws Exception {
        SessionId id = held();
        assertThat(practice.as(HEALTH, DAY, doors -> doors.sessions().of(her)).summaries())
                .extracting(Summary::words)
                .containsExactly("We work on sleep");
        for (String table : List.of("counselling_session", "process_note", "clinical_record")) {
            assertThat(practice.sees(HEALTH, DAY, "select count(*) from " + table))
                    .as(table)
                    .containsExactly("0");
        }
        does(NOOR, DAY, doors -> doors.notes().takeBack(id));
        assertThat(practice.as(HEALTH, DAY, doors -> doors.sessions().of(her)).summaries())
                .isEmpty();
        assertThat(practice.reason(NOOR, DAY, doors -> {
                    doors.notes().takeBack(id);
                    return null;
                }))
                .isEqualTo("no-summary");
    }

    @Test
    void who_leads_reads_a_summary_where_she_agreed_that_they_do_until_she_agrees_no_more() throws Exception {
        SessionId id = held();
        toldToLead(id);
        assertThat(practice.as(LEAD, DAY, doors -> doors.sessions().of(her)).summaries())
                .extracting(Summary::words, Summary::forLead)
                .containsExactly(tuple("We work on sleep", true));
        for (Who who : List.of(
                LEADS_SUPERVISOR,
                Practice.OFFICER,
                LAWYER,
                POLICE,
                PROSECUTION,
                COORDINATOR,
                Practice.ADMINISTRATOR,
                SHELTER)) {
            assertThat(practice.sees(who, DAY, "select words from summary_for_lead"))
                    .as(who.role())
                    .isEmpty();
        }
        for (String table : List.of("counselling_session", "process_note", "clinical_record", "session_summary")) {
            assertThat(practice.sees(LEAD, DAY, "select count(*) from " + table))
                    .as(table)
                    .containsExactly("0");
        }
        for (Permission permission : Permission.values()) {
            List<Reason> objections = practice.as(LEAD, DAY, doors -> doors.policy()
                    .objections(
                            doors.caller(),
                            permission,
                            id,
                            doors.policy().standing(doors.caller(), id).orElseThrow()));
            assertThat(objections)
                    .as(permission + " of a session she agreed that they read a summary of")
                    .hasSize(permission == Permission.TAKE_BACK_SUMMARY ? 0 : 1);
        }

        does(LEAD, DAY, doors -> doors.notes().takeBack(id));
        assertThat(practice.as(LEAD, DAY, doors -> doors.sessions().of(her)).summaries())
                .isEmpty();
        assertThat(practice.as(HEALTH, DAY, doors -> doors.sessions().of(her)).summaries())
                .as("to others she said nothing")
                .hasSize(1);
        toldToLead(id);
        does(NOOR, DAY, doors -> doors.notes().takeBack(id));
        assertThat(practice.sees(LEAD, DAY, "select words from summary_for_lead where taken_back_at is null"))
                .as("what her counsellor takes back is gone for all")
                .isEmpty();
    }

    @Test
    void who_takes_over_her_case_does_not_read_what_she_agreed_with_another_house() throws Exception {
        toldToLead(held());
        practice.arrange("update case_file set lead_organisation_id = '%s' where case_id = '%s'"
                .formatted(Practice.SHELTER.organisation(), her.value()));
        assertThat(practice.sees(LEAD, DAY, "select words from summary_for_lead"))
                .isEmpty();
        assertThat(practice.sees(
                        new Who(Practice.SHELTER.number(), Practice.SHELTER.house(), "CW"),
                        DAY,
                        "select words from summary_for_lead"))
                .isEmpty();
    }

    private void toldToLead(SessionId id) throws Exception {
        does(NOOR, DAY, doors -> doors.notes()
                .summarise(id, new NewSummary("We work on sleep", true, day(at(2)), true)));
    }

    @Test
    void without_her_agreement_there_is_no_summary() throws Exception {
        SessionId id = planned(NOOR, her, at(2));
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.notes().summarise(id, new NewSummary("x", true, day(at(2)), false));
                    return null;
                }))
                .as("nor of an hour that has not begun")
                .isEqualTo("not-begun-yet");
        assertThat(practice.reason(NOOR, HOUR.multipliedBy(4), doors -> {
                    doors.notes().summarise(id, new NewSummary("x", false, day(at(2)), false));
                    return null;
                }))
                .isEqualTo("agreed she-has-to-agree");
        assertThat(practice.reason(NOOR, HOUR.multipliedBy(4), doors -> {
                    doors.notes().summarise(id, new NewSummary("x", true, day(at(24 * 3)), false));
                    return null;
                }))
                .isEqualTo("agreedOn in-the-future");
    }

    @Test
    void the_clinical_record_is_the_counsellors_and_of_who_supervises_them_as_long_as_they_do() throws Exception {
        SessionId id = held();
        assertThat(practice.sees(THIRD, DAY, "select words from clinical_record"))
                .as("a colleague on the case")
                .isEmpty();
        assertThat(practice.sees(ELIF, DAY, "select words from clinical_record"))
                .as("nobody is named")
                .isEmpty();
        supervises(ELIF, NOOR);
        assertThat(practice.record(ELIF, id)).hasSize(1);
        CounsellingView.Session read =
                practice.as(ELIF, DAY, doors -> doors.sessions().read(id));
        assertThat(read.caseId()).as("without whose it is").isEmpty();
        assertThat(read.name()).isEmpty();
        assertThat(supervised(ELIF)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(id);
            assertThat(one.counsellor()).isEqualTo("Noor Aziz");
        });
        assertThat(supervised(THIRD)).as("nobody's supervisor").isEmpty();
        supervises(THIRD, NOOR);
        assertThat(supervised(ELIF)).isEmpty();
        assertThat(supervised(THIRD)).hasSize(1);
        assertThat(practice.sees(ELIF, DAY, "select words from clinical_record"))
                .as("somebody else is named by now")
                .isEmpty();
        assertThat(practice.sees(THIRD, DAY, "select words from clinical_record"))
                .hasSize(1);
        practice.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(THIRD.id(), her));
        assertThat(practice.sees(THIRD, DAY, "select words from clinical_record"))
                .as("a tie closes it")
                .isEmpty();
        assertThat(supervised(THIRD)).as("and does not list it").isEmpty();
        assertThat(practice.sees(SUPERVISOR, DAY, "select count(*) from clinical_record"))
                .as("who names reads nothing")
                .containsExactly("0");
    }

    @Test
    void the_record_is_only_added_to() throws Exception {
        SessionId id = held();
        does(NOOR, DAY, doors -> doors.notes().add(id, new NewNote("Later"), null));
        assertThat(practice.record(NOOR, id))
                .extracting(CounsellingView.ClinicalEntry::words)
                .containsExactly("Grounding exercise practised", "Later");
        assertThat(practice.state(NOOR, "update clinical_record set words = 'x'"))
                .isEqualTo("42501");
        assertThat(practice.state(NOOR, "delete from clinical_record")).isEqualTo("42501");
    }

    @Test
    void a_worry_becomes_an_alert_without_a_word_of_it() throws Exception {
        SessionId id = held();
        assertThat(practice.told(NOOR, DAY, doors -> doors.sessions().worry(id, new NewWorry(true), null)))
                .containsExactly("WORRY " + her + " true");
    }

    @Test
    void with_what_she_agreed_to_ends_what_was_planned_and_the_hour_is_free() throws Exception {
        planned(NOOR, her, at(30));
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
        planned(NOOR, her, at(2));
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
        planned(NOOR, her, at(2));
        planned(THIRD, her, at(2));
        WeekView week = practice.as(
                NOOR, HOUR.multipliedBy(5), doors -> doors.weeks().week(new WeekService.WeekQuery(day(at(2)))));
        assertThat(week.monday().getDayOfWeek()).isEqualTo(java.time.DayOfWeek.MONDAY);
        assertThat(week.hours()).singleElement().satisfies(hour -> assertThat(hour.sessions())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).contains("Quillara")));
        assertThat(week.unsaid()).hasSize(1);
        assertThat(week.most()).isEqualTo(3);
    }

    @Test
    void who_is_called_to_an_hour_is_its_counsellor_and_who_looks_after_them_and_nobody_of_her_file() throws Exception {
        SessionId id = planned(NOOR, her, at(2));
        String sitting = practice.below("select sitting_id from sitting").get(0);
        assertThat(practice.sees(SYSTEM, HOUR, "select told_of_task('" + sitting + "', false)"))
                .containsExactlyInAnyOrder(NOOR.id().toString(), SUPERVISOR.id().toString());
        assertThat(practice.below("select case_named('" + id + "')")).containsExactly(her.toString());
    }

    @Test
    void the_journey_tells_it_as_one_story() throws Exception {
        held();
        assertThat(practice.stories(LEAD, her)).singleElement().satisfies(story -> {
            assertThat(story.organisationName()).isEqualTo("Cedar Counselling");
            assertThat(story.sessions()).isEqualTo(1);
        });
        for (Who who : List.of(Practice.LAWYER, Practice.POLICE, Practice.PROSECUTION, Practice.COORDINATOR)) {
            assertThat(practice.stories(who, her)).as(who.role()).isEmpty();
        }
    }

    private SessionId held() throws Exception {
        SessionId id = planned(NOOR, her, at(2));
        does(NOOR, HOUR.multipliedBy(4), doors -> {
            doors.sessions().record(id, new NewAttendance("ATTENDED"));
            doors.notes().write(id, new NewNote("Mine alone"), 0);
            doors.notes().add(id, new NewNote("Grounding exercise practised"), null);
            doors.notes().summarise(id, new NewSummary("We work on sleep", true, day(at(2)), false));
        });
        return id;
    }

    private List<SupervisedSession> supervised(Who who) throws Exception {
        return practice.as(who, DAY, doors -> doors.weeks().supervised(0));
    }

    private void supervises(Who supervisor, Who counsellor) throws Exception {
        does(SUPERVISOR, HOUR, doors -> doors.caseload()
                .name(new NewSupervision(new WorkerId(counsellor.id()), new WorkerId(supervisor.id()))));
    }

    private SessionId planned(Who who, CaseId caseId, Instant at) throws Exception {
        return practice.as(who, HOUR, doors -> doors.sessions().plan(caseId, session(at), null));
    }

    private static NewSession with(Who who, Instant at) {
        return new NewSession(new WorkerId(who.id()), at, 50, "INDIVIDUAL", "IN_PERSON", "COUNSELLING_ROOM", "NONE");
    }

    private SessionId only() throws SQLException {
        return SessionId.of(
                practice.below("select session_id from counselling_session").get(0));
    }

    private Instant at(int hours) {
        return practice.now.plus(HOUR.multipliedBy(hours));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
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
