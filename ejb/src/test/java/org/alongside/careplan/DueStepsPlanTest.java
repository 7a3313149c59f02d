package org.alongside.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** How the list of due steps is read, as the application role, in a house with thousands of cases and steps. */
class DueStepsPlanTest {
    private static final String WORKER = "00000000-0000-4000-8000-000000000008";
    private static final String HOUSE = "00000000-0000-4000-9000-000000000004";
    private static final String TEAM = "00000000-0000-4000-a000-000000000004";

    private static final int SHOWN = 21;
    private static final int PAGES_A_STEP = 100;

    private final TestDatabase database = TestDatabase.get();

    @Test
    void what_is_due_is_read_from_the_owner_on_the_step_and_never_by_looking_at_all() throws Exception {
        fill();
        try (Connection application = database.application().getConnection();
                Statement sql = application.createStatement()) {
            application.setAutoCommit(false);
            sql.execute("select caller_open('" + WORKER + "', '" + HOUSE + "', '{SHS}', clock_timestamp())");
            String asked = DueSteps.LIST
                    .replace(":house", "'" + HOUSE + "'")
                    .replace(":until", "current_date")
                    .replace(":afterid", "'00000000-0000-0000-0000-000000000000'")
                    .replace(":after", "'1970-01-01'")
                    .replace(":roles", "array['SHS']")
                    .replace(":everybody", "false")
                    .replace(":worker", "'" + WORKER + "'")
                    .replace(":size", "21");
            Explained explained = Explained.of(sql, asked);
            assertThat(explained.plan())
                    .contains("Index Scan using action_step_due")
                    .doesNotContain("Seq Scan on action_step")
                    .doesNotContain("Seq Scan on case_access")
                    .doesNotContain("Seq Scan on goal")
                    .doesNotContain("Seq Scan on case_file");
            assertThat(explained.pages()).as(explained.plan()).isLessThan(SHOWN * PAGES_A_STEP);
            ResultSet found = sql.executeQuery("select count(*) from (" + asked + ") found");
            found.next();
            assertThat(found.getInt(1)).isEqualTo(SHOWN);
            application.rollback();
        }
    }

    /** 3,000 cases of the house with two open steps each, one of ten due; written from below. */
    private void fill() throws Exception {
        try (Connection superuser = database.inside().getConnection();
                Statement sql = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            UUID mark = UUID.randomUUID();
            sql.execute(
                    "create temp table made on commit drop as select gen_random_uuid() id, n from generate_series(1, 3000) n");
            sql.execute("""
                    insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                           opened_at, opened_by, next_due)
                    select id, '%1$s' || n, 'ACTIVE', '%2$s', '%3$s', '%4$s', 'SELF', now() - interval '9 days', '%4$s', current_date from made
                    """.formatted(mark, HOUSE, TEAM, WORKER));
            sql.execute("""
                    insert into assignment (assignment_id, case_id, organisation_id, team_id, from_at, assigned_by)
                    select gen_random_uuid(), id, '%s', '%s', now() - interval '9 days', '%s' from made
                    """.formatted(HOUSE, TEAM, WORKER));
            sql.execute("""
                    insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                    select gen_random_uuid(), id, '%s', c, 'W', 'REFERRAL', now() - interval '9 days', now() + interval '90 days', '%s'
                      from made, (values (10), (11)) v (c)
                    """.formatted(HOUSE, WORKER));
            sql.execute("""
                    insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                    select id, id, '%s', 'HOUSING', 's', 'NOW', 'PROPOSED', now(), '%s' from made
                    """.formatted(HOUSE, WORKER));
            sql.execute("""
                    insert into action_step (step_id, goal_id, case_id, organisation_id, what, owner_organisation_id, owner_role, due_on, status,
                                             written_at, written_by)
                    select gen_random_uuid(), id, id, '%1$s', 'w', '%1$s', 'SHS',
                           current_date + case when n %% 10 = 0 and k = 0 then -1 else n %% 60 + 1 end, 'PLANNED', now(), '%2$s'
                      from made, (values (0), (1)) v (k)
                    """.formatted(HOUSE, WORKER));
            superuser.commit();
            superuser.setAutoCommit(true);
            sql.execute("vacuum analyze action_step, goal, case_access, case_file");
        }
    }
}
