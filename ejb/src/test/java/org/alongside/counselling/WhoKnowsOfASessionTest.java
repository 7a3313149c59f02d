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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.counselling.CounsellingView.Attended;
import org.alongside.counselling.CounsellingView.Summary;
import org.alongside.counselling.NewSession.NewNote;
import org.alongside.counselling.NewSession.NewSummary;
import org.alongside.counselling.Practice.Deed;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;
import org.alongside.shared.SessionId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others know of a session: that there was one, the summary she agreed to, the clinical record; each of them theirs and no more. */
class WhoKnowsOfASessionTest {
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
    void who_leads_knows_that_there_was_a_session_on_a_day_and_nothing_of_it() throws Exception {
        SessionId id = practice.held(her);
        CounsellingView view = practice.as(LEAD, DAY, doors -> doors.sessions().of(her));
        assertThat(view.attended())
                .singleElement()
                .isEqualTo(new Attended(id, Practice.day(practice.at(2)), "ATTENDED", "Cedar Counselling"));
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
        practice.planned(NOOR, her, practice.at(40));
        assertThat(practice.as(LEAD, DAY, doors -> doors.sessions().of(her)).attended())
                .as("nor what is still to come")
                .hasSize(1);
    }

    @Test
    void a_lawyer_the_police_and_all_others_see_nothing_not_even_that() throws Exception {
        practice.held(her);
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
        SessionId id = practice.held(her);
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
        SessionId id = practice.held(her);
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
        toldToLead(practice.held(her));
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

    @Test
    void without_her_agreement_there_is_no_summary() throws Exception {
        SessionId id = practice.planned(NOOR, her, practice.at(2));
        assertThat(practice.reason(NOOR, HOUR, doors -> {
                    doors.notes().summarise(id, new NewSummary("x", true, Practice.day(practice.at(2)), false));
                    return null;
                }))
                .as("nor of an hour that has not begun")
                .isEqualTo("not-begun-yet");
        assertThat(practice.reason(NOOR, HOUR.multipliedBy(4), doors -> {
                    doors.notes().summarise(id, new NewSummary("x", false, Practice.day(practice.at(2)), false));
                    return null;
                }))
                .isEqualTo("agreed she-has-to-agree");
        assertThat(practice.reason(NOOR, HOUR.multipliedBy(4), doors -> {
                    doors.notes().summarise(id, new NewSummary("x", true, Practice.day(practice.at(24 * 3)), false));
                    return null;
                }))
                .isEqualTo("agreedOn in-the-future");
    }

    @Test
    void the_clinical_record_is_the_counsellors_and_of_who_supervises_them_as_long_as_they_do() throws Exception {
        SessionId id = practice.held(her);
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
        SessionId id = practice.held(her);
        does(NOOR, DAY, doors -> doors.notes().add(id, new NewNote("Later"), null));
        assertThat(practice.record(NOOR, id))
                .extracting(CounsellingView.ClinicalEntry::words)
                .containsExactly("Grounding exercise practised", "Later");
        assertThat(practice.state(NOOR, "update clinical_record set words = 'x'"))
                .isEqualTo("42501");
        assertThat(practice.state(NOOR, "delete from clinical_record")).isEqualTo("42501");
    }

    @Test
    void the_journey_tells_it_as_one_story() throws Exception {
        practice.held(her);
        assertThat(practice.stories(LEAD, her)).singleElement().satisfies(story -> {
            assertThat(story.organisationName()).isEqualTo("Cedar Counselling");
            assertThat(story.sessions()).isEqualTo(1);
        });
        for (Who who : List.of(Practice.LAWYER, Practice.POLICE, Practice.PROSECUTION, Practice.COORDINATOR)) {
            assertThat(practice.stories(who, her)).as(who.role()).isEmpty();
        }
    }

    private List<SupervisedSession> supervised(Who who) throws Exception {
        return practice.as(who, DAY, doors -> doors.weeks().supervised(0));
    }

    private void supervises(Who supervisor, Who counsellor) throws Exception {
        does(SUPERVISOR, HOUR, doors -> doors.caseload()
                .name(new NewSupervision(new WorkerId(counsellor.id()), new WorkerId(supervisor.id()))));
    }

    private void does(Who who, Duration later, Deed deed) throws Exception {
        practice.does(who, later, deed);
    }

    private void toldToLead(SessionId id) throws Exception {
        does(NOOR, DAY, doors -> doors.notes()
                .summarise(id, new NewSummary("We work on sleep", true, Practice.day(practice.at(2)), true)));
    }
}
