package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What somebody could do by SQL towards closing a case, as the application with an honest caller: only what is theirs to decide. */
class ClosingBySqlTest extends ReferralsBySql {
    private static final Worker COLLEAGUE = new Worker(2, 1, "CW");
    private static final Worker LEAD_WITH_BOTH_ROLES = new Worker(1, 1, "SUP");
    private static final Worker SUPERVISOR_ELSEWHERE = new Worker(5, 2, "SUP");
    private static final String STATUS = "select status from case_file where case_id = ?";

    @Test
    void a_supervisor_agrees_and_the_file_is_closed_with_its_episode() throws Exception {
        UUID caseId = openCase();
        approve(LEADS_SUPERVISOR, propose(LEAD, caseId, "YES"));
        assertThat(text(LEAD, STATUS, caseId)).isEqualTo("CLOSED");
        assertThat(text(
                        LEAD,
                        "select (closed_by = '%s')::text from case_episode where case_id = ?"
                                .formatted(LEADS_SUPERVISOR.id()),
                        caseId))
                .isEqualTo("true");
        assertThat(text(
                        LEAD,
                        "select (next_due > (caller_now() + interval '6 years')::date)::text from case_file where case_id = ?",
                        caseId))
                .as("kept for years: no date that nobody planned")
                .isEqualTo("true");
    }

    @Test
    void to_whom_the_file_is_not_open_no_error_tells_whether_it_is_closed() throws Exception {
        UUID caseId = openCase();
        List<String> writings = List.of("""
                insert into document (document_id, case_id, organisation_id, class, category, title, brought_at, brought_by)
                values (gen_random_uuid(), ?, caller_organisation(), 'CERTIFICATE', 10, 't', caller_now(), caller_worker())
                """, """
                insert into evidence (evidence_id, matter_id, case_id, organisation_id, listed_at, listed_by)
                values (gen_random_uuid(), gen_random_uuid(), ?, caller_organisation(), caller_now(), caller_worker())
                """);
        List<String> before = writings.stream()
                .map(one -> refusal(SUPERVISOR_ELSEWHERE, one, caseId))
                .toList();
        assertThat(before).allMatch(said -> said.contains("row-level security"));
        approve(LEADS_SUPERVISOR, propose(LEAD, caseId, "YES"));
        assertThat(writings.stream()
                        .map(one -> refusal(SUPERVISOR_ELSEWHERE, one, caseId))
                        .toList())
                .isEqualTo(before);
        assertThat(refusal(LEAD, writings.get(0), caseId)).startsWith("ERROR: the case is closed");
    }

    private String refusal(Worker worker, String writing, UUID caseId) {
        return org.assertj.core.api.Assertions.catchThrowable(
                        () -> as(worker, now.plusSeconds(30), on -> run(on, writing, caseId)))
                .getMessage()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobody_agrees_who_ever_proposed_it_and_nobody_from_elsewhere_and_no_caseworker() throws Exception {
        UUID caseId = openCase();
        UUID first = propose(LEAD, caseId, "NO");
        sendBack(LEADS_SUPERVISOR, first);
        UUID second = propose(LEAD, caseId, "NO");
        for (Worker worker : List.of(LEAD, COLLEAGUE, LEAD_WITH_BOTH_ROLES, SUPERVISOR_ELSEWHERE)) {
            denied(() -> approve(worker, second));
        }
        denied(() -> approve(LEADS_SUPERVISOR, UUID.randomUUID()));
        assertThat(text(LEAD, STATUS, caseId)).isEqualTo("ACTIVE");
        approve(LEADS_SUPERVISOR, second);
        assertThatThrownBy(() -> approve(LEADS_SUPERVISOR, second))
                .as("once")
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("40001");
    }

    @Test
    void no_statement_of_the_application_closes_or_opens_a_file_by_itself() throws Exception {
        UUID caseId = openCase();
        for (Worker worker : List.of(LEAD, LEADS_SUPERVISOR)) {
            denied(() -> as(
                    worker,
                    now.plusSeconds(30),
                    on -> run(on, "update case_file set status = 'CLOSED' where case_id = ?", caseId)));
            denied(() -> as(
                    worker,
                    now.plusSeconds(30),
                    on -> run(
                            on,
                            "update closing set approved_at = now(), approved_by = proposed_by where case_id = ?",
                            caseId)));
            denied(() -> as(
                    worker,
                    now.plusSeconds(30),
                    on -> run(on, "update case_episode set closed_at = now() where case_id = ?", caseId)));
        }
        denied(() -> as(
                LEADS_SUPERVISOR,
                now.plusSeconds(30),
                on -> run(on, "select case_reopen(?, 'NEW_RISK', null)", caseId)));
    }

    @Test
    void what_is_proposed_is_proposed_in_ones_own_name_and_by_the_lead() throws Exception {
        UUID caseId = openCase();
        assertThatThrownBy(() ->
                        as(LEAD, now.plusSeconds(30), on -> insert(on, UUID.randomUUID(), caseId, COLLEAGUE, "NO")))
                .hasMessageContaining("row-level security");
        Asked asked = accepted(MENTORING, MENTOR);
        assertThatThrownBy(() -> propose(MENTOR, asked.caseId(), "NO")).hasMessageContaining("row-level security");
        propose(LEAD, asked.caseId(), "NO");
        assertThat(seen(MENTOR, now.plusSeconds(40), "case_file", asked.caseId()))
                .isEqualTo(1);
        for (String table : List.of("closing", "contact_attempt", "case_reopening")) {
            assertThat(seen(MENTOR, now.plusSeconds(40), table, asked.caseId()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void help_under_way_is_ended_before_the_file_is_closed() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        UUID closing = propose(LEAD, asked.caseId(), "NO");
        assertThatThrownBy(() -> approve(LEADS_SUPERVISOR, closing))
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL005");
        change(LEAD, "status = 'REVOKED', revoked_at = now()", asked);
        approve(LEADS_SUPERVISOR, closing);
        assertThat(text(LEAD, STATUS, asked.caseId())).isEqualTo("CLOSED");
    }

    @Test
    void nothing_is_closed_against_what_is_best_for_a_child_nor_as_returned_where_nobody_received_her()
            throws Exception {
        UUID caseId = openCase();
        below(
                "insert into child_notification (case_id, authority, notified_at, recorded_at, recorded_by) values ('%s', 'a', now(), now(), '%s')"
                        .formatted(caseId, LEAD.id()));
        as(
                LEAD,
                now.plusSeconds(1),
                on -> run(on, "update identity_minimum set child = true where case_id = ?", caseId));
        as(LEAD, now.plusSeconds(2), on -> run(on, """
                        insert into best_interests (best_interests_id, case_id, about, instrument, result, decided_on, decided_by, heard, noted_at, noted_by)
                        values (gen_random_uuid(), ?, 'CLOSING', 'BIA', 'AGAINST', current_date - 1, 'PANEL', true, caller_now(), ?)
                        """, caseId, LEAD.id()));
        UUID closing = propose(LEAD, caseId, "NO");
        assertThatThrownBy(() -> approve(LEADS_SUPERVISOR, closing))
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL051");
        UUID adult = openCase();
        UUID returned = propose(LEAD, adult, "NO");
        below("update closing set reason = 'RETURNED_HOME_COUNTRY' where closing_id = '%s'".formatted(returned));
        assertThatThrownBy(() -> approve(LEADS_SUPERVISOR, returned))
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL052");
    }

    @Test
    void what_is_noted_for_closing_is_the_leads_and_nobody_else_reads_it_or_writes_it() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        String ground = """
                insert into closing_ground (ground_id, case_id, episode_no, hotline_on, noted_at, noted_by)
                values (gen_random_uuid(), ?, 1, current_date - 1, caller_now(), ?)
                """;
        String best = """
                insert into best_interests (best_interests_id, case_id, about, instrument, result, decided_on, decided_by, heard, noted_at, noted_by)
                values (gen_random_uuid(), ?, 'CARE', 'BIA', 'SUPPORTS', current_date - 1, 'PANEL', true, caller_now(), ?)
                """;
        for (String statement : List.of(ground, best)) {
            for (Worker worker : List.of(MENTOR, COLLEAGUE, LEADS_SUPERVISOR, SUPERVISOR_ELSEWHERE)) {
                denied(() -> as(worker, now.plusSeconds(30), on -> run(on, statement, asked.caseId(), worker.id())));
            }
            denied(() -> as(LEAD, now.plusSeconds(30), on -> run(on, statement, asked.caseId(), COLLEAGUE.id())));
            as(LEAD, now.plusSeconds(30), on -> run(on, statement, asked.caseId(), LEAD.id()));
        }
        for (String table : List.of("closing_ground", "best_interests")) {
            assertThat(seen(LEAD, now.plusSeconds(40), table, asked.caseId())).isEqualTo(1);
            assertThat(seen(LEADS_SUPERVISOR, now.plusSeconds(40), table, asked.caseId()))
                    .isEqualTo(1);
            assertThat(seen(MENTOR, now.plusSeconds(40), table, asked.caseId()))
                    .as(table)
                    .isZero();
            denied(() -> as(
                    LEAD,
                    now.plusSeconds(50),
                    on -> run(on, "update " + table + " set noted_by = noted_by where case_id = ?", asked.caseId())));
        }
    }

    @Test
    void a_childs_file_stays_open_until_her_authority_was_told() throws Exception {
        UUID caseId = openCase();
        as(
                LEAD,
                now.plusSeconds(1),
                on -> run(on, "update identity_minimum set child = true where case_id = ?", caseId));
        UUID closing = propose(LEAD, caseId, "NO");
        assertThatThrownBy(() -> approve(LEADS_SUPERVISOR, closing))
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL005");
        as(LEAD, now.plusSeconds(32), on -> run(on, """
                        insert into child_notification (case_id, authority, notified_at, recorded_at, recorded_by)
                        values (?, 'Youth office', now(), now(), ?)
                        """, caseId, LEAD.id()));
        approve(LEADS_SUPERVISOR, closing);
        assertThat(text(
                        LEAD,
                        "select (next_due >= (caller_now() + interval '24 years')::date)::text from case_file where case_id = ?",
                        caseId))
                .as("a child's file is kept to her 25th birthday at least, and her age is not known")
                .isEqualTo("true");
    }

    @Test
    void what_was_open_to_a_provider_ends_with_the_closing_and_does_not_open_again_with_the_case() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        as(MENTOR, now.plusSeconds(20), on -> {
            run(
                    on,
                    "update referral_card set status = 'COMPLETED', completed_at = now() where referral_id = ?",
                    asked.referral());
            run(
                    on,
                    "select grants_end_for_referral(?, 'COMPLETED', caller_now() + interval '30 days')",
                    asked.referral());
        });
        assertThat(seen(MENTOR, now.plusSeconds(40), "identity", asked.caseId()))
                .isEqualTo(1);
        approve(LEADS_SUPERVISOR, propose(LEAD, asked.caseId(), "NO"));
        assertThat(seen(MENTOR, now.plusSeconds(61), "identity", asked.caseId()))
                .isZero();
        assertThat(seen(MENTOR, now.plusSeconds(61), "case_file", asked.caseId()))
                .as("that it helped her, it still knows")
                .isEqualTo(1);
        assertThat(seen(LEAD, now.plusSeconds(61), "identity", asked.caseId())).isEqualTo(1);

        as(LEAD, now.plusSeconds(70), on -> run(on, "select case_reopen(?, 'NEW_RISK', null)", asked.caseId()));
        as(LEADS_SUPERVISOR, now.plusSeconds(80), on -> run(on, "select case_take_up(?)", asked.caseId()));
        assertThat(seen(MENTOR, now.plusSeconds(90), "identity", asked.caseId()))
                .isZero();
        assertThat(seen(LEAD, now.plusSeconds(90), "case_episode", asked.caseId()))
                .isEqualTo(2);
        assertThat(text(LEAD, "select episode_no || status from case_file where case_id = ?", asked.caseId()))
                .isEqualTo("2ACTIVE");
    }

    @Test
    void to_a_closed_file_nothing_new_is_asked_agreed_or_planned() throws Exception {
        UUID caseId = openCase();
        approve(LEADS_SUPERVISOR, propose(LEAD, caseId, "NO"));
        assertThatThrownBy(() -> ask(caseId, MENTORING, MENTOR, "{0}", "NONE"))
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL004");
        assertThatThrownBy(
                        () -> as(LEAD, now.plusSeconds(70), on -> run(on, """
                                insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                                values (gen_random_uuid(), ?, ?, 'HOUSING', 's', 'NOW', 'PROPOSED', caller_now(), ?)
                                """, caseId, LEAD.organisation(), LEAD.id())))
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL004");
    }

    @Test
    void what_was_written_before_the_closing_is_not_agreed_to_or_promised_after_it() throws Exception {
        UUID caseId = openCase();
        UUID goal = UUID.randomUUID();
        as(LEAD, now.plusSeconds(1), on -> run(on, """
                        insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                        values (?, ?, ?, 'HOUSING', 's', 'NOW', 'PROPOSED', caller_now(), ?)
                        """, goal, caseId, LEAD.organisation(), LEAD.id()));
        UUID matter = UUID.randomUUID();
        try (Connection inside = database.inside().getConnection()) {
            run(
                    inside,
                    "insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by) values (?, ?, ?, now(), ?)",
                    matter,
                    caseId,
                    demo("9000", 6),
                    demo("8000", 12));
            run(inside, """
                    insert into hearing_minimum (matter_id, case_id, organisation_id, hearing_at, place, needs)
                    values (?, ?, ?, '2032-03-01T09:00:00Z', 'COURT', '{ESCORT}')
                    """, matter, caseId, demo("9000", 6));
        }
        UUID closing = propose(LEAD, caseId, "NO");
        assertThatThrownBy(() -> approve(LEADS_SUPERVISOR, closing))
                .as("nobody sees to the hearing, and no reason is given")
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL050");
        as(LEAD, now.plusSeconds(40), on -> run(on, """
                        insert into hearing_owner (hearing_owner_id, matter_id, case_id, due_on, owner, noted_at, noted_by)
                        values (gen_random_uuid(), ?, ?, '2032-03-01', 'LAWYER', caller_now(), ?)
                        """, matter, caseId, LEAD.id()));
        approve(LEADS_SUPERVISOR, closing);
        assertThatThrownBy(() -> as(
                        LEAD,
                        now.plusSeconds(70),
                        on -> run(
                                on,
                                "update goal set status = 'AGREED', agreed_at = now(), agreed_by = ? where goal_id = ?",
                                LEAD.id(),
                                goal)))
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL004");
        assertThatThrownBy(() -> as(
                        LEAD, now.plusSeconds(70), on -> run(on, """
                                insert into hearing_support (matter_id, need, hearing_at, case_id, organisation_id, worker_id, taken_at)
                                values (?, 'ESCORT', '2032-03-01T09:00:00Z', ?, ?, ?, now())
                                """, matter, caseId, LEAD.organisation(), LEAD.id())))
                .extracting(ClosingBySqlTest::state)
                .isEqualTo("AL004");
    }

    /** Whatever is tried in whatever order, a file is closed only by a second person, and its episodes tell of each opening. */
    @RepeatedTest(40)
    void whatever_is_tried_in_whatever_order_only_the_ways_of_the_code_list_are_taken(RepetitionInfo nth)
            throws Exception {
        Random random = new Random(nth.getCurrentRepetition());
        UUID caseId = openCase();
        String status = "ACTIVE";
        int episode = 1;
        UUID proposed = null;
        for (int step = 0; step < 12; step++) {
            Instant at = now.plusSeconds(100 + step * 10L);
            Worker worker = List.of(LEAD, COLLEAGUE, LEADS_SUPERVISOR, SUPERVISOR_ELSEWHERE)
                    .get(random.nextInt(4));
            int act = random.nextInt(4);
            UUID closing = proposed == null ? UUID.randomUUID() : proposed;
            UUID drawn = UUID.randomUUID();
            boolean done = succeeds(() -> as(worker, at, on -> {
                switch (act) {
                    case 0 -> insert(on, drawn, caseId, worker, "NO");
                    case 1 -> run(on, "select closing_approve(?)", closing);
                    case 2 -> run(on, "select case_reopen(?, 'NEW_NEED', null)", caseId);
                    default -> run(on, "select case_take_up(?)", caseId);
                }
            }));
            boolean lawful =
                    switch (act) {
                        case 0 -> worker == LEAD && status.equals("ACTIVE") && proposed == null;
                        case 1 -> worker == LEADS_SUPERVISOR && proposed != null;
                        case 2 -> worker == LEAD && status.equals("CLOSED");
                        default -> worker == LEADS_SUPERVISOR && status.equals("REOPENED");
                    };
            assertThat(done)
                    .as("step %s: %s does %s while %s", step, worker, act, status)
                    .isEqualTo(lawful);
            if (done) {
                proposed = act == 0 ? drawn : null;
                status = List.of(status, "CLOSED", "REOPENED", "ACTIVE").get(act);
                episode += act == 2 ? 1 : 0;
            }
            assertThat(text(LEAD, at, "select episode_no || status from case_file where case_id = ?", caseId))
                    .isEqualTo(episode + status);
            assertThat(seen(LEAD, at, "case_episode", caseId)).isEqualTo(episode);
        }
    }

    private UUID propose(Worker worker, UUID caseId, String followUp) throws SQLException {
        UUID closing = UUID.randomUUID();
        as(worker, now.plusSeconds(30), on -> insert(on, closing, caseId, worker, followUp));
        return closing;
    }

    private static void insert(Connection on, UUID closing, UUID caseId, Worker worker, String followUp)
            throws SQLException {
        run(on, """
                insert into closing (closing_id, case_id, episode_no, reason, conversation, data_notice, follow_up, follow_up_channel,
                                     follow_up_giver, proposed_at, proposed_by, obstacles, override_reason)
                select ?, ?, coalesce((select max(episode_no) from case_episode where case_id = ?), 1::smallint),
                       'GOALS_ACHIEVED', 'AGREES', 'GIVEN', ?, 'PHONE', 'SELF', caller_now(), ?,
                       array(select 'RISK_' || risk_level from safety_minimum where case_id = ?), 'r'
                """, closing, caseId, caseId, followUp, worker.id(), caseId);
    }

    private void sendBack(Worker worker, UUID closing) throws SQLException {
        as(
                worker,
                now.plusSeconds(35),
                on -> run(
                        on,
                        "update closing set sent_back_at = now(), sent_back_by = ?, sent_back_words = 'w' where closing_id = ?",
                        worker.id(),
                        closing));
    }

    private void approve(Worker worker, UUID closing) throws SQLException {
        as(worker, now.plusSeconds(60), on -> run(on, "select closing_approve(?)", closing));
    }

    private interface Try {
        void go() throws Exception;
    }

    private static boolean succeeds(Try act) {
        try {
            act.go();
            return true;
        } catch (Exception refused) {
            assertThat(state(refused)).isIn("42501", "40001", "23505");
            return false;
        }
    }

    private static void denied(Try act) {
        assertThatThrownBy(act::go).extracting(ClosingBySqlTest::state).isEqualTo("42501");
    }

    private static String state(Throwable thrown) {
        return ((SQLException) thrown).getSQLState();
    }

    private String text(Worker worker, String sql, UUID caseId) throws SQLException {
        return text(worker, now.plusSeconds(60), sql, caseId);
    }

    private String text(Worker worker, Instant at, String sql, UUID caseId) throws SQLException {
        String[] text = new String[1];
        as(worker, at, on -> {
            try (PreparedStatement statement = on.prepareStatement(sql)) {
                statement.setObject(1, caseId);
                ResultSet answer = statement.executeQuery();
                answer.next();
                text[0] = answer.getString(1);
            }
        });
        return text[0];
    }
}
