package org.alongside.interview;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.code.Settings;
import org.alongside.consent.SharingEnded;
import org.alongside.interview.InterviewEvent.InterviewAsked;
import org.alongside.interview.InterviewEvent.InterviewLater;
import org.alongside.interview.InterviewEvent.InterviewsEnded;
import org.alongside.interview.InterviewView.Interview;
import org.alongside.interview.NewInterview.NewAdvice;
import org.alongside.interview.NewInterview.NewCooperation;
import org.alongside.interview.NewInterview.NewInterviewAnswer;
import org.alongside.interview.NewInterview.NewStatement;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.InterviewId;
import org.alongside.shared.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What police and prosecution ask of her, through its doors and past them: who knows what of it, and how often she is made to tell it. */
class InterviewTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Who POLICE = new Who(13, 7, "LEL");
    private static final Who PROSECUTION = new Who(24, 11, "PRL");
    private static final Who LAWYER = new Who(12, 6, "LAW");
    private static final List<String> TABLES =
            List.of("interview", "interview_answerer", "interview_advice", "statement", "cooperation");
    private static final List<Who> NOBODY_OF_THESE = List.of(
            SHIFT,
            COLLEAGUE,
            new Who(7, 3, "SHM"),
            new Who(8, 4, "SHS"),
            new Who(10, 5, "COU"),
            new Who(14, 8, "NRM"),
            new Who(15, 8, "DPO"),
            new Who(16, 9, "ADM"));

    private final Care care = new Care(TestDatabase.get());
    private final Door<InterviewService> door = new Door<>(care, InterviewTest::doors);
    private CaseId her;

    @BeforeEach
    void police_and_prosecution_know_of_her() throws Exception {
        her = care.investigated(false, true);
    }

    @Test
    void police_ask_in_codes_her_lawyer_advises_she_decides_and_they_read_her_answer_and_nothing_of_who_helps_her()
            throws Exception {
        ask(POLICE);
        InterviewId id = one(LEAD).id();
        assertThat(one(LEAD).agency()).isPresent();
        assertThat(read(POLICE).cooperation()).isEmpty();
        door.does(LAWYER, HOUR, doors -> doors.advise(her, id, new NewAdvice("ACCEPT_PROTECTED")));
        assertThat(one(LEAD).advice()).contains("ACCEPT_PROTECTED");
        door.does(
                LEAD,
                HOUR,
                doors -> doors.answer(
                        her,
                        id,
                        new NewInterviewAnswer(
                                "YES", List.of("LAWYER"), "LAWYERS_OFFICE", List.of("VIDEO_LINK"), null)));
        assertThat(one(LEAD).answeredBy()).isPresent();
        Interview police = one(POLICE);
        assertThat(police.answer()).hasValueSatisfying(answer -> {
            assertThat(answer.answer()).isEqualTo("YES");
            assertThat(answer.company()).containsExactly("LAWYER");
            assertThat(answer.place()).contains("LAWYERS_OFFICE");
            assertThat(answer.protection()).containsExactly("VIDEO_LINK");
        });
        assertThat(police.agency()).isEmpty();
        assertThat(police.answeredBy()).as("of whom they do not know").isEmpty();
        assertThat(police.advice()).as("what her lawyer said to her").isEmpty();
        assertThat(read(PROSECUTION).interviews()).as("of another agency").isEmpty();
    }

    @Test
    void who_leads_now_reads_not_who_of_the_house_that_led_before_wrote_her_answer_down() throws Exception {
        ask(POLICE);
        InterviewId id = one(LEAD).id();
        door.does(
                LEAD,
                HOUR,
                doors -> doors.answer(her, id, new NewInterviewAnswer("NO", List.of(), null, List.of(), null)));
        assertThat(one(LEAD).answeredBy()).isPresent();
        care.below("update interview_answerer set worker_id = '%s' where interview_id = '%s'"
                .formatted(Care.MENTOR.id(), id));
        assertThat(one(LEAD).answeredBy()).isEmpty();
    }

    @Test
    void her_yes_is_hers_to_take_back_until_she_was_heard_and_her_no_stays() throws Exception {
        ask(POLICE);
        InterviewId id = one(LEAD).id();
        NewInterviewAnswer yes = new NewInterviewAnswer("YES", List.of("LAWYER"), "LAWYERS_OFFICE", List.of(), null);
        NewInterviewAnswer no = new NewInterviewAnswer("NO", List.of(), null, List.of(), null);
        door.does(LEAD, HOUR, doors -> doors.answer(her, id, yes));
        assertThat(door.reason(LEAD, doors -> doors.answer(her, id, yes))).isEqualTo("interview-over");
        assertThat(door.reason(LEAD, doors -> doors.answer(her, id, later(today().plusDays(3)))))
                .isEqualTo("interview-over");
        care.as(LEAD, HOUR, on -> {
            doors(on).answer(her, id, no);
            assertThat(on.told()).as("its process is over").isEmpty();
            return null;
        });
        assertThat(one(POLICE).answer()).hasValueSatisfying(answer -> {
            assertThat(answer.answer()).isEqualTo("NO");
            assertThat(answer.place()).isEmpty();
        });
        assertThat(door.reason(LEAD, doors -> doors.answer(her, id, yes))).isEqualTo("interview-over");
        assertThat(door.reason(
                        POLICE,
                        doors -> doors.record(
                                her, new NewStatement("POLICE", today(), "VIDEO", List.of("LAWYER"), id), null)))
                .as("nobody hears her on a yes that she took back")
                .isEqualTo("interview interview-not-agreed");
    }

    @Test
    void every_table_of_it_is_open_to_those_it_is_for_and_not_a_row_to_anybody_else() throws Exception {
        everythingOfIt();
        for (Who who : NOBODY_OF_THESE) {
            for (String table : TABLES) {
                assertThat(rows(who, table)).as(who + " " + table).isEqualTo("0");
            }
            assertThat(care.sees(who, DAY, "select told_before('%s')".formatted(her)))
                    .as(who.toString())
                    .isNull();
        }
        assertThat(seenBy(LEAD)).isEqualTo("1 1 1 1 1");
        assertThat(seenBy(SUPERVISOR)).isEqualTo("1 1 1 1 1");
        assertThat(seenBy(LAWYER)).isEqualTo("1 0 1 0 1");
        assertThat(seenBy(POLICE)).as("their own alone").isEqualTo("1 0 0 1 0");
        assertThat(seenBy(PROSECUTION)).isEqualTo("0 0 0 0 0");
    }

    @Test
    void how_often_she_told_it_is_counted_over_all_agencies_and_another_time_needs_a_reason() throws Exception {
        assertThat(read(POLICE).told()).isZero();
        tell(POLICE, "POLICE");
        tell(LEAD, "BORDER_POLICE");
        for (Who who : List.of(POLICE, PROSECUTION, LEAD, SUPERVISOR, LAWYER)) {
            assertThat(read(who).told()).as(who.role()).isEqualTo(2);
        }
        assertThat(read(PROSECUTION).statements())
                .as("the number and nothing of who")
                .isEmpty();
        assertThat(read(POLICE).statements()).hasSize(1);
        assertThat(read(LEAD).statements())
                .extracting(InterviewView.Statement::agency)
                .as("what police keep is theirs")
                .containsExactly("BORDER_POLICE");
        assertThat(read(PROSECUTION).reasonNeeded()).isTrue();
        assertThat(door.reason(PROSECUTION, doors -> doors.ask(her, asked(List.of(), null), null)))
                .isEqualTo("again interview-again-why");
        door.does(PROSECUTION, HOUR, doors -> doors.ask(her, asked(List.of(), "NEW_FACTS"), null));
        assertThat(one(LEAD).toldBefore()).isEqualTo(2);
        assertThat(one(LEAD).again()).contains("NEW_FACTS");
        assertThatThrownBy(() -> care.writes(
                        POLICE,
                        HOUR,
                        "select interview_ask(gen_random_uuid(), '%s', '{MONEY}', 30, '{}', '{}', null, caller_now() + interval '1 day')"
                                .formatted(her)))
                .as("nor past the door")
                .hasMessageContaining("another time needs a reason");
    }

    @Test
    void the_number_is_from_a_table_and_a_child_is_not_asked_without_what_a_child_needs() throws Exception {
        her = care.investigated(true, true);
        assertThat(read(POLICE).child()).isTrue();
        assertThat(door.reason(POLICE, doors -> doors.ask(her, asked(List.of(), null), null)))
                .isEqualTo("checks interview-of-child");
        assertThatThrownBy(() -> care.writes(
                        POLICE,
                        HOUR,
                        "select interview_ask(gen_random_uuid(), '%s', '{MONEY}', 30, '{}', '{}', null, caller_now() + interval '1 day')"
                                .formatted(her)))
                .hasMessageContaining("not permitted");
        door.does(POLICE, HOUR, doors -> doors.ask(her, asked(List.of("AV_RECORDED", "COUNT_LIMIT"), null), null));
        assertThat(one(LEAD).missing())
                .as("what is not promised, said to who leads")
                .contains("TRAINED_INTERVIEWER", "CHILD_INFORMED")
                .doesNotContain("AV_RECORDED");
        tell(POLICE, "POLICE");
        assertThat(read(PROSECUTION).reasonNeeded()).as("a second time already").isTrue();
    }

    @Test
    void who_says_not_now_is_asked_again_on_her_day_and_may_decide_before() throws Exception {
        ask(POLICE);
        InterviewId id = one(LEAD).id();
        LocalDate day = today().plusDays(10);
        care.as(LEAD, HOUR, on -> {
            doors(on).answer(her, id, later(day));
            InterviewLater told = (InterviewLater) on.told().get(0);
            assertThat(told.askAgainAt())
                    .isEqualTo(day.atStartOfDay(ZoneOffset.UTC).toInstant());
            assertThat(told.answerBy()).isEqualTo(told.askAgainAt().plus(DAY.multipliedBy(3)));
            return null;
        });
        assertThat(one(LEAD).open()).isTrue();
        assertThat(door.reason(LEAD, doors -> doors.answer(her, id, later(day.plusDays(1)))))
                .isEqualTo("interview-later-already");
        door.does(
                LEAD,
                DAY,
                doors -> doors.answer(her, id, new NewInterviewAnswer("NO", List.of(), null, List.of(), null)));
        assertThat(door.reason(
                        LEAD,
                        doors -> doors.answer(her, id, new NewInterviewAnswer("NO", List.of(), null, List.of(), null))))
                .isEqualTo("interview-over");
        assertThat(door.reason(LAWYER, doors -> doors.advise(her, id, new NewAdvice("WAIT"))))
                .isEqualTo("interview-over");
        assertThat(door.reason(POLICE, doors -> doors.takeBack(her, id))).isEqualTo("interview-over");
    }

    @Test
    void what_is_wrong_is_said_beside_its_field() throws Exception {
        assertThat(door.reason(
                        POLICE,
                        doors -> doors.ask(her, new NewInterview(List.of(), 60, List.of(), List.of(), null), null)))
                .isEqualTo("about missing");
        assertThat(door.reason(
                        POLICE,
                        doors -> doors.ask(
                                her, new NewInterview(List.of("MONEY"), 300, List.of(), List.of(), null), null)))
                .isEqualTo("minutes interview-minutes");
        ask(POLICE);
        assertThat(door.reason(POLICE, doors -> doors.ask(her, asked(List.of(), null), null)))
                .isEqualTo("interview-asked-already");
        InterviewId id = one(LEAD).id();
        assertThat(door.reason(
                        LEAD,
                        doors -> doors.answer(
                                her, id, new NewInterviewAnswer("YES", List.of("NOBODY"), null, List.of(), null))))
                .isEqualTo("place missing");
        assertThat(door.reason(
                        LEAD,
                        doors -> doors.answer(
                                her, id, new NewInterviewAnswer("NO", List.of(), "COURT", List.of(), null))))
                .isEqualTo("place interview-only-with-yes");
        assertThat(door.reason(LEAD, doors -> doors.answer(her, id, later(today()))))
                .isEqualTo("laterOn in-the-past");
        assertThat(door.reason(LEAD, doors -> doors.answer(her, id, later(today().plusMonths(7)))))
                .isEqualTo("laterOn interview-too-far");
        assertThat(door.reason(
                        POLICE,
                        doors -> doors.record(
                                her,
                                new NewStatement("POLICE", today().plusDays(2), "VIDEO", List.of("LAWYER"), null),
                                null)))
                .isEqualTo("takenOn in-the-future");
        assertThat(door.reason(
                        POLICE,
                        doors -> doors.record(
                                her, new NewStatement("POLICE", today(), "VIDEO", List.of("LAWYER"), id), null)))
                .as("she has not said yes")
                .isEqualTo("interview interview-not-agreed");
    }

    @Test
    void nobody_does_what_is_not_theirs() throws Exception {
        ask(POLICE);
        InterviewId id = one(LEAD).id();
        assertThat(door.reason(LEAD, doors -> doors.ask(her, asked(List.of(), null), null)))
                .isEqualTo("interviews-not-open");
        assertThat(door.reason(POLICE, doors -> doors.answer(her, id, later(today().plusDays(3)))))
                .isEqualTo("interviews-not-open");
        assertThat(door.reason(POLICE, doors -> doors.advise(her, id, new NewAdvice("ACCEPT"))))
                .isEqualTo("interviews-not-open");
        assertThat(door.reason(POLICE, doors -> doors.decide(her, decided(), null)))
                .isEqualTo("interviews-not-open");
        assertThat(door.reason(SHIFT, doors -> doors.of(her))).isEqualTo("interviews-not-open");
        assertThat(door.reason(PROSECUTION, doors -> doors.takeBack(her, id)))
                .as("of another agency")
                .isEqualTo("not-there");
        for (String past : List.of(
                "select interview_answer('%2$s', 'NO', '{}', null, '{}', null)",
                "select interview_advise('%2$s', 'ACCEPT')",
                "select cooperation_record(gen_random_uuid(), '%1$s', 'YES', current_date)")) {
            assertThatThrownBy(() -> care.writes(POLICE, HOUR, past.formatted(her, id)))
                    .as(past)
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() -> care.writes(
                        SHIFT,
                        HOUR,
                        "select statement_record(gen_random_uuid(), '%s', 'POLICE', current_date, 'VIDEO', '{LAWYER}', null)"
                                .formatted(her)))
                .hasMessageContaining("not permitted");
        assertThatThrownBy(() -> care.writes(POLICE, HOUR, "update interview set told_before = 0, answer = 'YES'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void taken_back_by_those_who_asked_or_with_the_file_or_her_agreement_nobody_asks_her_any_more() throws Exception {
        ask(POLICE);
        InterviewId first = one(LEAD).id();
        door.does(POLICE, HOUR, doors -> doors.takeBack(her, first));
        assertThat(one(LEAD).open()).isFalse();
        ask(POLICE);
        ask(PROSECUTION);
        care.below(
                "update access_grant set ended_at = now(), ended_by = given_by, end_reason = 'CONSENT_WITHDRAWN' where case_id = '%s' and organisation_id = '%s' returning 1"
                        .formatted(her, POLICE.organisation()));
        List<Object> told = care.as(LEAD, HOUR, on -> {
            on.of(InterviewsEnd.class)
                    .takenBack(
                            new SharingEnded(her, new OrganisationId(POLICE.organisation()), null, Set.of(), care.now));
            return on.told();
        });
        assertThat(((InterviewsEnded) told.get(0)).ids())
                .as("of those to whom nothing is open any more")
                .hasSize(1);
        assertThat(rows(POLICE, "interview")).isEqualTo("0");
        care.below("update case_file set status = 'CLOSED' where case_id = '%s' returning 1".formatted(her));
        List<Object> closed = care.as(LEAD, HOUR, on -> {
            on.of(InterviewsEnd.class).closed(new CaseClosed(her, false));
            return on.told();
        });
        assertThat(((InterviewsEnded) closed.get(0)).ids()).hasSize(1);
    }

    @Test
    void a_yes_that_nobody_heard_is_over_with_what_she_agreed_to_and_does_not_come_back_with_something_else()
            throws Exception {
        ask(POLICE);
        InterviewId id = one(LEAD).id();
        NewInterviewAnswer yes = new NewInterviewAnswer("YES", List.of("LAWYER"), "LAWYERS_OFFICE", List.of(), null);
        door.does(LEAD, HOUR, doors -> doors.answer(her, id, yes));
        care.below(
                "update access_grant set ended_at = now(), ended_by = given_by, end_reason = 'CONSENT_WITHDRAWN' where case_id = '%s' and organisation_id = '%s' returning 1"
                        .formatted(her, POLICE.organisation()));
        care.as(LEAD, HOUR, on -> {
            on.of(InterviewsEnd.class)
                    .takenBack(
                            new SharingEnded(her, new OrganisationId(POLICE.organisation()), null, Set.of(), care.now));
            assertThat(on.told()).as("no clock ran for it").isEmpty();
            return null;
        });
        care.below(
                "update access_grant set ended_at = null, ended_by = null, end_reason = null where case_id = '%s' and organisation_id = '%s' returning 1"
                        .formatted(her, POLICE.organisation()));
        assertThat(one(POLICE).ended()).isTrue();
        assertThat(door.reason(
                        POLICE,
                        doors -> doors.record(
                                her, new NewStatement("POLICE", today(), "VIDEO", List.of("LAWYER"), id), null)))
                .isEqualTo("interview interview-not-agreed");
        assertThatThrownBy(() -> care.writes(
                        POLICE,
                        HOUR,
                        "select statement_record(gen_random_uuid(), '%s', 'POLICE', current_date, 'VIDEO', '{LAWYER}', '%s')"
                                .formatted(her, id)))
                .as("nor past the door")
                .hasMessageContaining("not permitted");
    }

    @Test
    void the_process_alone_is_told_which_lawyers_act_for_her() throws Exception {
        ask(POLICE);
        InterviewId id = one(LEAD).id();
        assertThat(lawyers(SYSTEM, id)).extracting(OrganisationId::value).containsExactly(LAWYER.organisation());
        for (Who who : List.of(POLICE, PROSECUTION, LEAD)) {
            assertThat(lawyers(who, id)).as(who.role()).isEmpty();
        }
    }

    @Test
    void no_gate_no_function_no_policy_and_no_other_part_of_the_product_reads_whether_she_cooperates()
            throws Exception {
        assertThat(care.below("""
                        select string_agg(p.proname, ',' order by p.proname) from pg_proc p
                         where p.pronamespace = 'alongside'::regnamespace and p.prosrc ilike '%cooperation%'
                        """)).isEqualTo("cooperation_record");
        assertThat(care.below("""
                        select string_agg(distinct tablename, ',') from pg_policies
                         where schemaname = 'alongside' and (tablename = 'cooperation' or qual ilike '%cooperation%' or with_check ilike '%cooperation%')
                        """)).isEqualTo("cooperation");
        assertThat(
                        care.below(
                                "select count(*) from pg_views where schemaname = 'alongside' and definition ilike '%cooperation%'"))
                .isEqualTo("0");
        List<String> readers = new ArrayList<>();
        for (String module : List.of("src/main/java", "../workflows/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(module))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                        .filter(one -> !one.toString().contains("/interview/"))
                        .toList()) {
                    if (Files.readString(file).contains("ooperation")) {
                        readers.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertThat(readers).isEmpty();
        assertThat(Files.readString(Path.of("src/main/java/org/alongside/access/Permission.java")))
                .contains("RECORD_COOPERATION(EnumSet.of(CW, LAW))");
    }

    @Test
    void pressed_twice_she_is_asked_once_and_the_clock_begins_once() throws Exception {
        List<Object> told = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            care.as(POLICE, HOUR, on -> {
                doors(on).ask(her, asked(List.of(), null), "the-same-key");
                told.addAll(on.told());
                return null;
            });
        }
        assertThat(told).hasSize(1).allMatch(InterviewAsked.class::isInstance);
    }

    private void everythingOfIt() throws Exception {
        ask(POLICE);
        InterviewId id = one(LEAD).id();
        door.does(LAWYER, HOUR, doors -> doors.advise(her, id, new NewAdvice("WAIT")));
        door.does(LEAD, HOUR, doors -> doors.answer(her, id, later(today().plusDays(5))));
        tell(POLICE, "POLICE");
        tell(LEAD, "COURT");
        door.does(LEAD, HOUR, doors -> doors.decide(her, decided(), null));
    }

    private String seenBy(Who who) throws Exception {
        List<String> seen = new ArrayList<>();
        for (String table : TABLES) {
            seen.add(rows(who, table));
        }
        return String.join(" ", seen);
    }

    private void ask(Who who) throws Exception {
        door.does(who, HOUR, doors -> doors.ask(her, asked(List.of(), null), null));
    }

    private void tell(Who who, String agency) throws Exception {
        door.does(
                who,
                HOUR,
                doors -> doors.record(
                        her, new NewStatement(agency, today(), "VIDEO", List.of("SUPPORT_PERSON"), null), null));
    }

    private static NewInterview asked(List<String> checks, String again) {
        return new NewInterview(List.of("TRAFFICKERS", "MONEY"), 60, List.of("VIDEO_LINK"), checks, again);
    }

    private static NewInterviewAnswer later(LocalDate day) {
        return new NewInterviewAnswer("LATER", List.of(), null, List.of(), day);
    }

    private NewCooperation decided() {
        return new NewCooperation("NOT_YET", today());
    }

    private LocalDate today() {
        return care.now.plus(HOUR).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private InterviewView read(Who who) throws Exception {
        return care.as(who, HOUR, on -> doors(on).of(her));
    }

    private List<OrganisationId> lawyers(Who who, InterviewId id) throws Exception {
        return care.as(who, HOUR, on -> doors(on).lawyers(id));
    }

    private Interview one(Who who) throws Exception {
        return read(who).interviews().get(0);
    }

    private String rows(Who who, String table) throws Exception {
        return care.sees(who, DAY, "select count(*) from %s where case_id = '%s'".formatted(table, her));
    }

    private static InterviewService doors(On on) {
        return on.wired()
                .with(Settings.class, new Settings() {
                    @Override
                    public Duration of(String name) {
                        return DAY.multipliedBy(3);
                    }
                })
                .of(InterviewService.class);
    }
}
