package org.alongside.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** How a supervisor of thousands of cases finds a name and chooses a list, as the application role, beside more of others. */
class FindingPlanTest {
    private static final String SUPERVISOR = "00000000-0000-4000-8000-000000000003";
    private static final String HOUSE = "00000000-0000-4000-9000-000000000001";
    private static final String OTHER_HOUSE = "00000000-0000-4000-9000-000000000002";
    private static final String ANY = "array[]::text[]";
    private static final String TEAM = "00000000-0000-4000-a000-000000000001";
    private static final int THEIRS = 2_000;
    private static final int OF_OTHERS = 10_000;
    private static final int PAGES_A_CASE = 8;
    private static final int PAGES_A_ROW_THAT_DOES_NOT_FIT = 4;
    private static final int PAGES_OF_A_LIST = 3_000;
    private static final UUID RARE = UUID.randomUUID();

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void a_name_is_looked_for_in_the_callers_own_cases_by_key_and_a_choice_never_looks_at_all() throws Exception {
        fill();
        Explained byName = explained(ListQuery.byName(RARE, 21));
        assertThat(byName.plan()).contains("name_word_pkey");
        nothingIsReadWhole(byName);
        int theirs = explained("select case_id from case_access").rows();
        assertThat(byName.pages()).as(byName.plan()).isLessThan(theirs * PAGES_A_CASE);
        Explained chosen =
                explained(ListQuery.chosen("array['ACTIVE']", "array['LOW']", "'" + HOUSE + "'", "'SHELTER'", 21));
        assertThat(chosen.plan()).contains("case_access_list");
        nothingIsReadWhole(chosen);
        Explained usual =
                explained(ListQuery.chosen("array['ACTIVE']", "array['HIGH']", "'" + HOUSE + "'", "null", 21));
        assertThat(usual.plan()).contains("case_access_list");
        assertThat(usual.pages())
                .as("stops when the page is full: " + usual.plan())
                .isLessThan(PAGES_OF_A_LIST);
        assertThat(usual.rows()).isEqualTo(21);
        for (String nobodys : List.of(
                ListQuery.chosen(ANY, "array['LOW']", "null", "null", 21),
                ListQuery.chosen(ANY, ANY, "'" + OTHER_HOUSE + "'", "null", 21))) {
            Explained none = explained(nobodys);
            assertThat(none.rows()).isZero();
            nothingIsReadWhole(none);
            assertThat(none.pages())
                    .as("who may read a row is not asked of those that do not fit: " + none.plan())
                    .isLessThan(theirs * PAGES_A_ROW_THAT_DOES_NOT_FIT);
        }
        assertThat(byName.rows()).isEqualTo(THEIRS / 1000);
    }

    private Explained explained(String query) throws Exception {
        return Explained.of(DATABASE, SUPERVISOR, HOUSE, "SUP", query);
    }

    private static void nothingIsReadWhole(Explained explained) {
        assertThat(explained.plan())
                .doesNotContain("Seq Scan on name_word")
                .doesNotContain("Seq Scan on case_access")
                .doesNotContain("Seq Scan on case_file")
                .doesNotContain("Seq Scan on safety_minimum")
                .doesNotContain("Seq Scan on referral")
                .doesNotContain("hashed SubPlan");
    }

    /** Five times as many cases of another house's; one case of a thousand has the rare name in both. Written from below. */
    private void fill() throws Exception {
        try (Connection superuser = DATABASE.inside().getConnection();
                Statement sql = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            fill(sql, THEIRS, HOUSE, TEAM, "00000000-0000-4000-8000-000000000001");
            fill(
                    sql,
                    OF_OTHERS,
                    OTHER_HOUSE,
                    "00000000-0000-4000-a000-000000000002",
                    "00000000-0000-4000-8000-000000000004");
            superuser.commit();
            superuser.setAutoCommit(true);
            sql.execute("vacuum analyze name_word, identity_minimum, safety_minimum, case_access, case_file");
        }
    }

    private static void fill(Statement sql, int cases, String house, String team, String worker) throws Exception {
        sql.execute("create temp table made on commit drop as select gen_random_uuid() id, n from generate_series(1, "
                + cases + ") n");
        sql.execute("""
                insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                       opened_at, opened_by, next_due)
                select id, id, 'ACTIVE', '%1$s', '%2$s', '%3$s', 'SELF', now() - interval '9 days', '%3$s', current_date + n %% 90 from made
                """.formatted(house, team, worker));
        sql.execute("""
                insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                select gen_random_uuid(), id, '%1$s', '%2$s', '%3$s', now() - interval '9 days', '%3$s' from made
                """.formatted(house, team, worker));
        sql.execute("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                select gen_random_uuid(), id, '%s', c, 'F', 'LEAD', now() - interval '9 days', 'infinity', '%s'
                  from made, (values (0), (9), (11)) v (c)
                """.formatted(house, worker));
        sql.execute("insert into identity_minimum select id, 'n', '18_24', false from made");
        sql.execute("insert into safety_minimum select id, 'HIGH', false, '{}' from made");
        sql.execute("insert into name_word select id, gen_random_uuid(), k > 1 from made, generate_series(1, 6) k");
        sql.execute("insert into name_word select id, '" + RARE + "', true from made where n % 1000 = 0");
        sql.execute("drop table made");
    }
}
