package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who approves a plan and keeps its reviews, by SQL as the application with an honest caller; and that it ends with its case. */
class PlanCourseRowsTest extends ReferralsBySql {
    private static final Worker LEAD_AS_SUPERVISOR = new Worker(LEAD.number(), LEAD.house(), "SUP");
    private static final Worker SHELTER = new Worker(6, 3, "SHS");
    private static final int SAFE_HOUSE = 1;

    @Test
    void who_asked_never_approves_whatever_else_they_are() throws Exception {
        UUID caseId = openCase();
        UUID plan = plan(caseId);
        UUID asked = ask(plan, caseId);
        assertThat(approve(LEAD_AS_SUPERVISOR, asked)).isZero();
        assertThat(approve(LEAD, asked)).as("a caseworker").isZero();
        assertThat(approve(OTHER_COUNSELLOR, asked)).as("somebody elsewhere").isZero();
        assertThatThrownBy(() -> as(LEADS_SUPERVISOR, now.plusSeconds(30), on -> run(on, """
                        update plan_approval set approved_at = caller_now(), approved_by = ? where approval_id = ?
                        """, LEAD.id(), asked)))
                .as("in another's name")
                .isInstanceOf(SQLException.class);
        assertThat(approve(LEADS_SUPERVISOR, asked)).isEqualTo(1);
        assertThat(approve(LEADS_SUPERVISOR, asked)).as("once").isZero();
        ask(plan, caseId);
        assertThatThrownBy(() -> ask(plan, caseId)).as("one at a time").hasMessageContaining("plan_approval_undecided");
    }

    @Test
    void only_a_caseworker_of_the_lead_asks_and_reviews() throws Exception {
        Asked helped = helped(SAFE_HOUSE, SHELTER, "{0,10}");
        UUID plan = plan(helped.caseId());
        assertThatThrownBy(() -> as(SHELTER, now.plusSeconds(20), on -> asking(on, plan, helped.caseId(), SHELTER)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(SHELTER, now.plusSeconds(20), on -> review(on, plan, helped.caseId(), SHELTER)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(
                        LEADS_SUPERVISOR,
                        now.plusSeconds(20),
                        on -> asking(on, plan, helped.caseId(), LEADS_SUPERVISOR)))
                .hasMessageContaining("row-level security");
        assertThat(readable(SHELTER, "care_plan", helped.caseId())).isZero();
    }

    @Test
    void what_a_review_kept_stays_as_it_was() throws Exception {
        UUID caseId = openCase();
        UUID plan = plan(caseId);
        UUID[] kept = new UUID[1];
        UUID goal = UUID.randomUUID();
        as(LEAD, now.plusSeconds(20), on -> {
            run(on, """
                    insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                    values (?, ?, ?, 'HOUSING', 's', 'NOW', 'PROPOSED', caller_now(), ?)
                    """, goal, caseId, LEAD.organisation(), LEAD.id());
            kept[0] = review(on, plan, caseId, LEAD);
            change(on, kept[0], caseId, goal, 0);
        });
        assertThatThrownBy(() -> as(LEAD, now.plusSeconds(30), on -> change(on, kept[0], caseId, goal, 1)))
                .as("later")
                .hasMessageContaining("row-level security");
        for (String table : new String[] {"plan_review", "plan_review_change", "care_plan"}) {
            assertThatThrownBy(() -> as(
                            LEAD,
                            now.plusSeconds(30),
                            on -> run(on, "delete from " + table + " where case_id = ?", caseId)))
                    .hasMessageContaining("permission denied");
        }
        assertThat(readable(LEADS_SUPERVISOR, "plan_review_change", caseId)).isEqualTo(1);
    }

    @Test
    void with_its_case_a_plan_ends_and_with_the_next_episode_another_begins() throws Exception {
        UUID caseId = openCase();
        plan(caseId);
        assertThatThrownBy(() -> plan(caseId)).as("one at a time").hasMessageContaining("care_plan_open");
        fromBelow("update case_file set status = 'CLOSED' where case_id = '%s'".formatted(caseId));
        assertThatThrownBy(() -> plan(caseId)).hasMessageContaining("closed");
        fromBelow("update case_file set status = 'ACTIVE' where case_id = '%s'".formatted(caseId));
        plan(caseId);
    }

    private UUID plan(UUID caseId) throws SQLException {
        UUID id = UUID.randomUUID();
        as(LEAD, now.plusSeconds(15), on -> run(on, """
                insert into care_plan (plan_id, case_id, begun_at, begun_by, ask_at, review_by)
                values (?, ?, caller_now(), caller_worker(), caller_now() + interval '23 days', caller_now() + interval '30 days')
                """, id, caseId));
        return id;
    }

    private UUID ask(UUID plan, UUID caseId) throws SQLException {
        UUID[] id = new UUID[1];
        as(LEAD, now.plusSeconds(20), on -> id[0] = asking(on, plan, caseId, LEAD));
        return id[0];
    }

    private static UUID asking(Connection on, UUID plan, UUID caseId, Worker who) throws SQLException {
        UUID id = UUID.randomUUID();
        run(on, """
                insert into plan_approval (approval_id, plan_id, case_id, reasons, asked_at, asked_by, approve_by)
                values (?, ?, ?, '{HIGH_RISK}', caller_now(), ?, caller_now() + interval '7 days')
                """, id, plan, caseId, who.id());
        return id;
    }

    private int approve(Worker who, UUID approval) throws SQLException {
        int[] rows = new int[1];
        as(who, now.plusSeconds(30), on -> {
            try (Statement sql = on.createStatement()) {
                rows[0] = sql.executeUpdate("""
                        update plan_approval set approved_at = caller_now(), approved_by = caller_worker() where approval_id = '%s'
                        """.formatted(approval));
            }
        });
        return rows[0];
    }

    private static UUID review(Connection on, UUID plan, UUID caseId, Worker who) throws SQLException {
        UUID id = UUID.randomUUID();
        run(on, """
                insert into plan_review (review_id, plan_id, case_id, since, reviewed_at, reviewed_by, her_part, outcome, risk_level, next_by)
                values (?, ?, ?, caller_now() - interval '1 hour', caller_now(), ?, 'WAS_THERE', 'GOES_ON', 'HIGH', caller_now() + interval '30 days')
                """, id, plan, caseId, who.id());
        return id;
    }

    private static void change(Connection on, UUID review, UUID caseId, UUID goal, int position) throws SQLException {
        run(on, """
                insert into plan_review_change (review_id, case_id, position, kind, at, domain, goal_id, said)
                values (?, ?, %d, 'GOAL_ADDED', caller_now(), 'HOUSING', ?, 's')
                """.formatted(position), review, caseId, goal);
    }

    private void fromBelow(String statement) throws SQLException {
        try (Connection inside = database.inside().getConnection();
                Statement sql = inside.createStatement()) {
            sql.execute(statement);
        }
    }
}
