package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What somebody of the lead itself, with an honest caller and SQL in the place of every door, could do to a plan and to what keeps her safe. */
class NoWayRoundAPlanTest extends ReferralsBySql {
    private static final Worker POLICE = new Worker(13, 7, "LEL");
    private static final Worker COORDINATOR = new Worker(14, 8, "NRM");
    private static final String NOT_PERMITTED = "not permitted";
    private static final String ROW = "row-level security";

    @Test
    void a_goal_is_not_born_agreed_and_nobody_agrees_or_ends_it_in_another_name() throws Exception {
        UUID caseId = openCase();
        as(
                LEAD,
                now.plusSeconds(11),
                on -> run(on, "update identity_minimum set child = true where case_id = ?", caseId));
        refused(NOT_PERMITTED, LEAD, """
                insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by, agreed_at, agreed_by)
                values (gen_random_uuid(), '%s', caller_organisation(), 'HOUSING', 's', 'NOW', 'ACTIVE', caller_now(), caller_worker(),
                        caller_now(), caller_worker())
                """.formatted(caseId));
        UUID goal = goal(caseId);
        String of = " where goal_id = '" + goal + "'";
        refused(NOT_PERMITTED, LEAD, "update goal set status = 'ACTIVE'" + of);
        refused(
                NOT_PERMITTED,
                LEAD,
                "update goal set status = 'ACTIVE', agreed_at = caller_now(), agreed_by = '" + LEADS_SUPERVISOR.id()
                        + "', backing = 'GUARDIAN'" + of);
        refused(
                NOT_PERMITTED,
                LEAD,
                "update goal set status = 'ACTIVE', agreed_at = '2020-01-01', agreed_by = caller_worker(), backing = 'GUARDIAN'"
                        + of);
        does(
                LEAD,
                "update goal set status = 'ACTIVE', agreed_at = caller_now(), agreed_by = caller_worker(), backing = 'GUARDIAN'"
                        + of);
        refused(NOT_PERMITTED, LEAD, "update goal set backing = null" + of);
        refused(
                NOT_PERMITTED,
                LEAD,
                "update goal set status = 'MET', ended_at = caller_now(), ended_by = '" + MENTOR.id() + "'" + of);
        does(LEAD, """
                insert into goal_measure (goal_id, case_id, organisation_id, baseline, baseline_on) values ('%s', '%s', caller_organisation(), 'IN_CRISIS', current_date)
                """.formatted(goal, caseId));
        does(LEAD, "update goal set status = 'MET', ended_at = caller_now(), ended_by = caller_worker()" + of);
        refused(NOT_PERMITTED, LEAD, "update goal set status = 'ACTIVE', ended_at = null, ended_by = null" + of);
        assertThat(does(LEAD, "update goal_measure set baseline = 'DOING_WELL'" + of))
                .as("what an ended goal was measured by")
                .isZero();
    }

    @Test
    void the_day_of_the_next_look_moves_away_by_looking_and_nearer_with_the_risk() throws Exception {
        UUID caseId = openCase();
        UUID plan = plan(caseId);
        String later =
                "update care_plan set review_by = caller_now() + interval '9 years' where plan_id = '" + plan + "'";
        refused(NOT_PERMITTED, LEAD, later);
        refused(NOT_PERMITTED, LEADS_SUPERVISOR, later);
        assertThat(does(
                        LEADS_SUPERVISOR,
                        "update care_plan set ask_at = caller_now() + interval '1 day', review_by = caller_now() + interval '2 days' where plan_id = '"
                                + plan + "'"))
                .as("a supervisor set the level of risk")
                .isEqualTo(1);
        does(LEAD, """
                insert into plan_review (review_id, plan_id, case_id, since, reviewed_at, reviewed_by, her_part, outcome, risk_level, next_by)
                values (gen_random_uuid(), '%1$s', '%2$s', caller_now() - interval '1 hour', caller_now(), caller_worker(), 'WAS_THERE', 'GOES_ON',
                        'HIGH', caller_now() + interval '30 days');
                update care_plan set ask_at = caller_now() + interval '20 days', review_by = caller_now() + interval '30 days' where plan_id = '%1$s'
                """.formatted(plan, caseId));
        refused(ROW, LEAD, """
                insert into plan_approval (approval_id, plan_id, case_id, reasons, asked_at, asked_by, approve_by)
                values (gen_random_uuid(), '%s', '%s', '{HIGH_RISK}', '2020-01-01', caller_worker(), caller_now())
                """.formatted(plan, caseId));
        does(LEAD, """
                insert into plan_approval (approval_id, plan_id, case_id, reasons, asked_at, asked_by, approve_by)
                values (gen_random_uuid(), '%s', '%s', '{HIGH_RISK}', caller_now(), caller_worker(), caller_now())
                """.formatted(plan, caseId));
        refused(
                ROW,
                LEADS_SUPERVISOR,
                "update plan_approval set approved_at = caller_now() + interval '9 years', approved_by = caller_worker() where plan_id = '"
                        + plan + "'");
    }

    @Test
    void a_plan_names_nothing_of_another_file_and_no_refusal_tells_what_is_there() throws Exception {
        UUID caseId = openCase();
        UUID plan = plan(caseId);
        UUID other = openCase();
        UUID foreign = goal(other);
        for (String kept : List.of("""
                insert into plan_review (review_id, plan_id, case_id, since, reviewed_at, reviewed_by, her_part, outcome, risk_level, next_by)
                values ('%2$s', '%3$s', '%1$s', caller_now(), caller_now(), caller_worker(), 'WAS_THERE', 'GOES_ON', 'HIGH', caller_now());
                insert into plan_review_change (review_id, case_id, position, kind, at, domain, goal_id, said)
                values ('%2$s', '%1$s', 0, 'GOAL_ADDED', caller_now(), 'HOUSING', '%4$s', 's')
                """, """
                insert into plan_change (change_id, case_id, goal_id, version, fields, changed_at, changed_by)
                values ('%2$s', '%1$s', '%4$s', 1, '{status}', caller_now(), caller_worker())
                """)) {
            String there = failure(LEAD, kept.formatted(caseId, UUID.randomUUID(), plan, foreign));
            assertThat(there)
                    .as("one of another file, and one that is not there")
                    .isNotNull()
                    .isEqualTo(failure(LEAD, kept.formatted(caseId, UUID.randomUUID(), plan, UUID.randomUUID())));
        }
    }

    @Test
    void what_everybody_must_know_of_her_safety_plan_is_of_that_plan_and_no_number_is_left_out() throws Exception {
        UUID caseId = openCase();
        String whole = """
                insert into safety_plan (plan_id, case_id, number, organisation_id, written_at, written_by, steps, survivor_copy)
                values ('%2$s', '%1$s', %3$s, caller_organisation(), caller_now(), caller_worker(), 'x', 'NO_COPY')
                """;
        String least = """
                ;insert into safety_plan_minimum (plan_id, case_id, number, written_at, warning_signs) values ('%2$s', '%1$s', %4$s, caller_now(), 'x')
                """;
        refused(NOT_PERMITTED, LEAD, whole.formatted(caseId, UUID.randomUUID(), 99));
        refused("foreign key", LEAD, (whole + least).formatted(caseId, UUID.randomUUID(), 1, 99));
        does(LEAD, (whole + least).formatted(caseId, UUID.randomUUID(), 1, 1));
        refused(NOT_PERMITTED, LEAD, whole.formatted(caseId, UUID.randomUUID(), 3));
        does(LEAD, (whole + least).formatted(caseId, UUID.randomUUID(), 2, 2));
    }

    @Test
    void who_was_faster_with_an_alert_is_told_from_who_may_not_answer_it() throws Exception {
        UUID caseId = openCase();
        UUID alert = alert(caseId);
        String take = "select alert_acknowledge('" + alert + "')";
        refused(NOT_PERMITTED, LEAD, take);
        refused(NOT_PERMITTED, MENTOR, take);
        does(LEADS_SUPERVISOR, take);
        refused("answered meanwhile", LEADS_SUPERVISOR, take);
        refused(NOT_PERMITTED, MENTOR, take);
        String settle = "select alert_settle('" + alert + "', 'SAFE_NOW', 'w')";
        does(LEADS_SUPERVISOR, settle);
        refused("settled meanwhile", LEADS_SUPERVISOR, settle);
        refused(NOT_PERMITTED, MENTOR, settle);
    }

    @Test
    void who_reads_no_alert_is_not_told_the_hour_at_which_one_is_raised() throws Exception {
        UUID caseId = openCase();
        for (Worker who : List.of(POLICE, COORDINATOR, COUNSELLOR)) {
            try (Connection inside = database.inside().getConnection();
                    Statement sql = inside.createStatement()) {
                sql.execute("""
                        insert into access_grant (grant_id, case_id, organisation_id, worker_id, category, level, basis, valid_from, valid_until, given_by)
                        values (gen_random_uuid(), '%s', '%s', '%s', 9, 'R', 'CONSENT', now() - interval '1 hour', now() + interval '9 days', '%s')
                        """.formatted(caseId, who.organisation(), who.id(), LEAD.id()));
            }
        }
        List<String> told = new ArrayList<>();
        try (Connection listening = database.application().getConnection();
                Statement listen = listening.createStatement()) {
            listen.execute("listen alongside");
            alert(caseId);
            var heard = listening.unwrap(PGConnection.class).getNotifications(1000);
            for (var one : heard) {
                String[] words = one.getParameter().split(" ");
                if (words.length > 2 && words[1].equals(caseId.toString())) {
                    told.addAll(told(caseId, words[2]));
                }
            }
        }
        assertThat(told)
                .contains(LEAD.id().toString(), COUNSELLOR.id().toString())
                .doesNotContain(POLICE.id().toString(), COORDINATOR.id().toString());
    }

    private List<String> told(UUID caseId, String mask) throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection inside = database.inside().getConnection();
                Statement sql = inside.createStatement()) {
            inside.setAutoCommit(false);
            sql.execute("select caller_open('%s', '%s', '{}', '%s')"
                    .formatted(demo("8000", 0), demo("9000", 0), now.plusSeconds(60)));
            ResultSet rows = sql.executeQuery("select told_of_case('%s', %s, null)".formatted(caseId, mask));
            while (rows.next()) {
                told.add(rows.getString(1));
            }
            inside.rollback();
        }
        return told;
    }

    private UUID alert(UUID caseId) throws SQLException {
        UUID alert = UUID.randomUUID();
        does(
                LEAD,
                "select alert_raise('%s', '%s', 'WORRY', 'MEDIUM', null, caller_now() + interval '1 hour', caller_now() + interval '2 hours', caller_now() + interval '1 day')"
                        .formatted(alert, caseId));
        return alert;
    }

    private UUID goal(UUID caseId) throws SQLException {
        UUID id = UUID.randomUUID();
        does(LEAD, """
                insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                values ('%s', '%s', caller_organisation(), 'HOUSING', 's', 'NOW', 'PROPOSED', caller_now(), caller_worker())
                """.formatted(id, caseId));
        return id;
    }

    private UUID plan(UUID caseId) throws SQLException {
        UUID id = UUID.randomUUID();
        does(LEAD, """
                insert into care_plan (plan_id, case_id, begun_at, begun_by, ask_at, review_by)
                values ('%s', '%s', caller_now(), caller_worker(), caller_now() + interval '3 days', caller_now() + interval '5 days')
                """.formatted(id, caseId));
        return id;
    }

    private void refused(String why, Worker who, String statements) {
        assertThatThrownBy(() -> does(who, statements)).as(statements).hasMessageContaining(why);
    }

    private String failure(Worker who, String statements) {
        try {
            does(who, statements);
            return null;
        } catch (SQLException failed) {
            return failed.getMessage();
        }
    }

    /** All of it in one transaction that is committed; answers how many rows the last of it touched. */
    private int does(Worker who, String statements) throws SQLException {
        int[] rows = new int[1];
        as(who, now.plusSeconds(30), on -> {
            try (Statement sql = on.createStatement()) {
                for (String statement : statements.split(";")) {
                    rows[0] = sql.execute(statement) ? 1 : sql.getUpdateCount();
                }
            }
        });
        return rows[0];
    }
}
