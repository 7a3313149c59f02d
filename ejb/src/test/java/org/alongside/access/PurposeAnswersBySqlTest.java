package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What she says of each purpose, by SQL as the application with an honest caller. */
class PurposeAnswersBySqlTest extends ReferralsBySql {
    private static final Worker SHELTERS_MANAGER = new Worker(1, 1, "SHM");
    private static final String NOT_PERMITTED = "42501";
    private static final String STANDS_NOT = "AL031";
    private static final String CLOSED = "AL004";
    private static final String MEANWHILE = "40001";

    private UUID caseId;

    @BeforeEach
    void a_survivor() throws SQLException {
        caseId = openCase();
    }

    @Test
    void her_newest_word_counts_and_no_word_is_ever_changed() throws Exception {
        assertThat(today("NRM_REFERRAL", 0)).as("not asked").isNull();
        say("NRM_REFERRAL", "LATER", 1);
        say("NRM_REFERRAL", "AGREED", 2);
        assertThat(today("NRM_REFERRAL", 3)).isEqualTo("AGREED");
        assertThat(today("SAFE_CONTACT", 3)).as("another purpose").isNull();
        say("NRM_REFERRAL", "REFUSED", 4);
        assertThat(today("NRM_REFERRAL", 5)).isEqualTo("REFUSED");
        assertThat(seen(LEAD, now.plusSeconds(5), "purpose_answer", caseId)).isEqualTo(3);
        for (String change :
                new String[] {"update purpose_answer set answer = 'LATER'", "delete from purpose_answer"}) {
            assertThat(refused(() -> as(LEAD, now, on -> run(on, change)))).isEqualTo(NOT_PERMITTED);
        }
    }

    @Test
    void a_yes_ends_by_itself_and_is_never_longer_than_the_programme_allows() throws Exception {
        yes("FORENSIC", "SELF", null, null, "30 days", 1);
        assertThat(today("FORENSIC", 1 + 30 * 86_400 - 1)).isEqualTo("AGREED");
        assertThat(today("FORENSIC", 1 + 30 * 86_400)).isNull();
        assertThat(refused(() -> yes("FORENSIC", "SELF", null, null, "31 days", 2)))
                .isEqualTo(NOT_PERMITTED);
        assertThat(refused(() -> yes("SAFE_CONTACT", "SELF", null, null, "367 days", 2)))
                .isEqualTo(NOT_PERMITTED);
    }

    @Test
    void a_yes_is_taken_back_once_in_a_closed_file_too_where_nothing_new_is_asked() throws Exception {
        UUID yes = yes("FOLLOWUP_CONTACT", "SELF", null, null, "90 days", 1);
        UUID never = say("SAFE_CONTACT", "REFUSED", 1);
        close();
        assertThat(refused(() -> say("SAFE_CONTACT", "AGREED", 2))).isEqualTo(CLOSED);
        takeBack(LEAD, yes, "FOLLOWUP_CONTACT", 3);
        assertThat(today("FOLLOWUP_CONTACT", 4)).isEqualTo("REFUSED");
        assertThat(refused(() -> takeBack(LEAD, yes, "FOLLOWUP_CONTACT", 5))).isEqualTo(MEANWHILE);
        assertThat(refused(() -> takeBack(LEAD, never, "SAFE_CONTACT", 5)))
                .as("it was no yes")
                .isEqualTo(MEANWHILE);
    }

    @Test
    void who_takes_back_that_we_may_ask_how_she_is_is_not_asked_when_the_file_is_closed() throws Exception {
        UUID yes = yes("FOLLOWUP_CONTACT", "SELF", null, null, "90 days", 1);
        closeWithFollowUp();
        assertThat(agrees()).isTrue();
        takeBack(LEAD, yes, "FOLLOWUP_CONTACT", 3);
        assertThat(agrees()).isFalse();
    }

    @Test
    void what_she_says_last_of_being_asked_how_she_is_counts_however_she_said_it() throws Exception {
        UUID yes = yes("FOLLOWUP_CONTACT", "SELF", null, null, "90 days", 1);
        closeWithFollowUp();
        assertThat(agrees()).isTrue();
        open();
        takeBack(LEAD, yes, "FOLLOWUP_CONTACT", 3);
        yes("FOLLOWUP_CONTACT", "SELF", null, null, "90 days", 4);
        close();
        assertThat(agrees()).as("a yes given anew is not lost").isTrue();
        open();
        say("FOLLOWUP_CONTACT", "REFUSED", 5);
        close();
        assertThat(agrees()).as("nor is a no that took nothing back").isFalse();
    }

    @Test
    void a_yes_is_taken_back_neither_for_a_day_to_come_nor_for_one_before_it() throws Exception {
        UUID yes = yes("SAFE_CONTACT", "SELF", null, null, "90 days", 10);
        for (int day : new int[] {-1, 1}) {
            assertThat(refused(() -> as(LEAD, now.plusSeconds(20), on -> run(on, """
                            insert into purpose_answer (purpose_answer_id, case_id, purpose, answer, given_at, takes_back, recorded_at, recorded_by)
                            values (gen_random_uuid(), ?, 'SAFE_CONTACT', 'REFUSED', caller_now() + make_interval(days => ?), ?, caller_now(), ?)
                            """, caseId, day, yes, LEAD.id()))))
                    .isEqualTo(NOT_PERMITTED);
        }
        takeBack(LEAD, yes, "SAFE_CONTACT", 20);
        assertThat(today("SAFE_CONTACT", 21)).isEqualTo("REFUSED");
    }

    @Test
    void only_what_is_asked_of_her_and_by_that_role() throws Exception {
        assertThat(refused(() -> sayAs(SHELTERS_MANAGER, "MEDIA_STORY", "REFUSED", 1)))
                .as("who gives her a bed")
                .isEqualTo(NOT_PERMITTED);
        assertThat(refused(() -> sayAs(SHELTERS_MANAGER, "MEDICAL", "REFUSED", 1)))
                .isNull();
        assertThat(refused(() -> yes("SHARE_FAMILY", "SELF", null, null, "90 days", 1)))
                .as("nobody named")
                .isEqualTo(NOT_PERMITTED);
        assertThat(refused(() -> yes("SAFE_CONTACT", "GUARDIAN", null, null, "90 days", 1)))
                .as("an adult speaks for herself")
                .isEqualTo(STANDS_NOT);
        makeChild();
        assertThat(refused(() -> say("SAFE_CONTACT", "LATER", 2))).isNull();
        assertThat(refused(() -> say("PHOTO_AUDIO", "LATER", 2)))
                .as("not asked of children")
                .isEqualTo(NOT_PERMITTED);
        assertThat(refused(() -> sayAs(LEAD, "CASE_MANAGEMENT", "REFUSED", 2)))
                .as("asked elsewhere")
                .isEqualTo(NOT_PERMITTED);
    }

    @Test
    void who_came_as_a_child_is_asked_as_an_adult_from_the_day_that_she_is_one() throws Exception {
        makeChild();
        inside(
                "update identity set age_basis = 'DOCUMENTED', birth_date = current_date - interval '18 years' + interval '2 days' where case_id = ?");
        assertThat(refused(() -> say("PHOTO_AUDIO", "LATER", 1))).isEqualTo(NOT_PERMITTED);
        assertThat(refused(() -> say("PHOTO_AUDIO", "LATER", 3 * 86_400))).isNull();
        inside("update identity set maybe_child = true where case_id = ?");
        assertThat(refused(() -> say("PHOTO_AUDIO", "LATER", 3 * 86_400 + 1)))
                .as("while it is doubted")
                .isEqualTo(NOT_PERMITTED);
    }

    @Test
    void what_somebody_agreed_to_for_her_ends_when_they_are_excluded_and_her_own_yes_does_not() throws Exception {
        makeChild();
        UUID stepfather = stands("Karim Doe", "STEP_PARENT");
        UUID aunt = stands("Aunt", "OTHER_RELATIVE");
        assertThat(refused(() -> yes("MEDICAL", "CAREGIVER", null, null, "90 days", 1)))
                .as("nobody named")
                .isEqualTo(STANDS_NOT);
        UUID his = yes("MEDICAL", "CAREGIVER", stepfather, "STEP_PARENT", "90 days", 1);
        yes("FORENSIC", "CAREGIVER", aunt, "OTHER_RELATIVE", "30 days", 1);
        yes("SAFE_CONTACT", "SELF", null, null, "90 days", 1);
        as(LEAD, now.plusSeconds(2), on -> run(on, """
                insert into excluded_person (excluded_person_id, case_id, relation, name, guardian_id, recorded_at, recorded_by)
                values (gen_random_uuid(), ?, 'STEP_PARENT', 'Karim Doe', ?, caller_now(), ?)
                """, caseId, stepfather, LEAD.id()));
        assertThat(today("MEDICAL", 3)).isEqualTo("LATER");
        assertThat(today("FORENSIC", 3)).isEqualTo("AGREED");
        assertThat(today("SAFE_CONTACT", 3)).isEqualTo("AGREED");
        assertThat(refused(() -> takeBack(LEAD, his, "MEDICAL", 4))).isEqualTo(MEANWHILE);
        assertThat(refused(() -> yes("MEDICAL", "CAREGIVER", stepfather, "STEP_PARENT", "90 days", 4)))
                .isEqualTo(STANDS_NOT);
    }

    @Test
    void nobody_but_the_lead_reads_or_writes_it_and_each_in_their_own_name() throws Exception {
        UUID yes = yes("SAFE_CONTACT", "SELF", null, null, "90 days", 1);
        accept(ask(caseId, MENTORING, MENTOR, "{0,9,10}", "NONE"), MENTOR);
        Instant later = now.plusSeconds(20);
        assertThat(seen(MENTOR, later, "purpose_answer", caseId)).isZero();
        assertThat(seen(COUNSELLOR, later, "purpose_answer", caseId)).isZero();
        assertThat(seen(LEADS_SUPERVISOR, later, "purpose_answer", caseId)).isEqualTo(1);
        assertThat(todayFor(MENTOR, "SAFE_CONTACT", 20)).isNull();
        assertThatThrownBy(() -> sayAs(MENTOR, "SAFE_CONTACT", "REFUSED", 20)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> takeBack(MENTOR, yes, "SAFE_CONTACT", 20)).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(
                        LEAD, later, on -> insert(on, UUID.randomUUID(), LEADS_SUPERVISOR, "SAFE_CONTACT", "REFUSED")))
                .hasMessageContaining("row-level security");
        assertThat(today("SAFE_CONTACT", 21)).isEqualTo("AGREED");
    }

    private UUID say(String purpose, String answer, long second) throws SQLException {
        return answer.equals("AGREED")
                ? yes(purpose, "SELF", null, null, "30 days", second)
                : sayAs(LEAD, purpose, answer, second);
    }

    private UUID sayAs(Worker worker, String purpose, String answer, long second) throws SQLException {
        UUID id = UUID.randomUUID();
        as(worker, now.plusSeconds(second), on -> insert(on, id, worker, purpose, answer));
        return id;
    }

    private void insert(Connection on, UUID id, Worker by, String purpose, String answer) throws SQLException {
        run(on, """
                insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, language, interpreter,
                                            recorded_at, recorded_by)
                values (?, gen_random_uuid(), ?, ?, ?, caller_now(), 'eng', 'NONE', caller_now(), ?)
                """, id, caseId, purpose, answer, by.id());
    }

    private UUID yes(String purpose, String giver, UUID guardian, String relation, String lasting, long second)
            throws SQLException {
        UUID id = UUID.randomUUID();
        as(
                LEAD,
                now.plusSeconds(second),
                on -> run(on, """
                insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, until_at, giver, guardian_id,
                                            giver_relation, medium, language, interpreter, recorded_at, recorded_by)
                values (?, gen_random_uuid(), ?, ?, 'AGREED', caller_now(), caller_now() + cast(? as interval), ?, ?, ?, 'WRITTEN', 'eng', 'NONE',
                        caller_now(), ?)
                """, id, caseId, purpose, lasting, giver, guardian, relation, LEAD.id()));
        return id;
    }

    private void takeBack(Worker worker, UUID yes, String purpose, long second) throws SQLException {
        as(worker, now.plusSeconds(second), on -> run(on, """
                insert into purpose_answer (purpose_answer_id, case_id, purpose, answer, given_at, takes_back, recorded_at, recorded_by)
                values (gen_random_uuid(), ?, ?, 'REFUSED', caller_now(), ?, caller_now(), ?)
                """, caseId, purpose, yes, worker.id()));
    }

    private UUID stands(String name, String relation) throws SQLException {
        UUID id = UUID.randomUUID();
        as(LEAD, now, on -> run(on, """
                insert into guardian (guardian_id, case_id, type, name, relation, powers, recorded_at, recorded_by)
                values (?, ?, 'CAREGIVER', ?, ?, '{CONSENT}', caller_now(), ?)
                """, id, caseId, name, relation, LEAD.id()));
        return id;
    }

    private String today(String purpose, long second) throws SQLException {
        return todayFor(LEAD, purpose, second);
    }

    private String todayFor(Worker worker, String purpose, long second) throws SQLException {
        String[] said = new String[1];
        as(worker, now.plusSeconds(second), on -> {
            ResultSet row = on.createStatement()
                    .executeQuery("select purpose_answer_today('" + caseId + "', '" + purpose + "')");
            row.next();
            said[0] = row.getString(1);
        });
        return said[0];
    }

    private void close() throws SQLException {
        inside("update case_file set status = 'CLOSED' where case_id = ?");
        inside("update case_episode set closed_at = now(), closed_by = '%s' where case_id = ?"
                .formatted(LEADS_SUPERVISOR.id()));
        inside("update case_file f set next_due = next_due_of(f.case_id) where f.case_id = ?");
    }

    private void closeWithFollowUp() throws SQLException {
        inside("""
                insert into closing (closing_id, case_id, episode_no, reason, met, conversation, data_notice, follow_up, follow_up_channel,
                                     follow_up_giver, obstacles, proposed_at, proposed_by, approved_at, approved_by)
                select gen_random_uuid(), f.case_id, f.episode_no, 'GOALS_ACHIEVED', '{}', 'AGREES', 'GIVEN', 'YES', 'PHONE', 'SELF', '{}',
                       f.opened_at, '%s', now(), '%s'
                  from case_file f where f.case_id = ?
                """.formatted(LEAD.id(), LEADS_SUPERVISOR.id()));
        close();
    }

    /** Taken up again, in the same episode. */
    private void open() throws SQLException {
        inside("update case_file set status = 'ACTIVE' where case_id = ?");
    }

    /** Whether she may be asked how she is. */
    private boolean agrees() throws SQLException {
        try (Connection inside = database.inside().getConnection()) {
            ResultSet row = inside.createStatement()
                    .executeQuery("select follow_up_agreed(case_id, episode_no) from case_file where case_id = '"
                            + caseId + "'");
            row.next();
            return row.getBoolean(1);
        }
    }

    private void makeChild() throws SQLException {
        inside("update identity_minimum set child = true, age_band = '12_14' where case_id = ?");
    }

    private void inside(String change) throws SQLException {
        try (Connection inside = database.inside().getConnection()) {
            run(inside, change, caseId);
        }
    }

    /** The state with which the database refuses; null: it does not. */
    private static String refused(ThrowingCallable act) {
        SQLException thrown = catchThrowableOfType(SQLException.class, act);
        return thrown == null ? null : thrown.getSQLState();
    }
}
