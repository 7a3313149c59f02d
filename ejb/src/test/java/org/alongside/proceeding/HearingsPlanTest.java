package org.alongside.proceeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** How the list of hearings is read, as the application role, by lawyers and by who leads thousands of cases with hearings. */
class HearingsPlanTest {
    private static final String LAWYER = "00000000-0000-4000-8000-000000000012";
    private static final String LAWYERS = "00000000-0000-4000-9000-000000000006";
    private static final String LEADING = "00000000-0000-4000-8000-000000000003";
    private static final String LEAD = "00000000-0000-4000-9000-000000000001";
    private static final String TEAM = "00000000-0000-4000-a000-000000000001";
    private static final int SHOWN = 21;
    private static final int PAGES_A_ROW = 150;

    private final TestDatabase database = TestDatabase.get();

    @Test
    void hearings_are_read_from_whose_they_are_and_never_by_looking_at_all() throws Exception {
        fill();
        read(LAWYER, LAWYERS, "LAW", "hearing_of_lawyer");
        read(LEADING, LEAD, "SUP", "hearing_of_lead");
    }

    private void read(String worker, String house, String role, String index) throws Exception {
        try (Connection application = database.application().getConnection();
                Statement sql = application.createStatement()) {
            application.setAutoCommit(false);
            sql.execute("select caller_open('%s', '%s', '{%s}', clock_timestamp())".formatted(worker, house, role));
            String asked = Hearings.LIST
                    .replace(":house", "'" + house + "'")
                    .replace(":until", "current_date + 7")
                    .replace(":afterid", "'00000000-0000-0000-0000-000000000000'")
                    .replace(":after", "'1970-01-01'")
                    .replace(":now", "now()")
                    .replace(":today", "current_date")
                    .replace(":size", "21");
            Explained explained = Explained.of(sql, asked);
            assertThat(explained.plan())
                    .contains("Index Scan using " + index)
                    .doesNotContain("Seq Scan on hearing_minimum")
                    .doesNotContain("Seq Scan on matter")
                    .doesNotContain("Seq Scan on case_access")
                    .doesNotContain("Seq Scan on case_file");
            assertThat(explained.pages()).as(explained.plan()).isLessThan(SHOWN * PAGES_A_ROW);
            ResultSet found = sql.executeQuery("select count(*) from (" + asked + ") found");
            found.next();
            assertThat(found.getInt(1)).isEqualTo(SHOWN);
            application.rollback();
        }
    }

    /** 3,000 cases of one lead and one lawyer, a hearing each in the next sixty days; written from below. */
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
                    """.formatted(mark, LEAD, TEAM, LEADING));
            sql.execute("""
                    insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                    select gen_random_uuid(), id, o, t, w, now() - interval '9 days', '%4$s'
                      from made, (values ('%1$s'::uuid, '%2$s'::uuid, '%4$s'::uuid), ('%3$s', '00000000-0000-4000-a000-000000000006', '%5$s')) v (o, t, w)
                    """.formatted(LEAD, TEAM, LAWYERS, LEADING, LAWYER));
            sql.execute("""
                    insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                    select gen_random_uuid(), id, o, 7, l, b, now() - interval '9 days', now() + interval '90 days', '%3$s'
                      from made, (values ('%1$s'::uuid, 'M', 'LEAD'), ('%2$s', 'W', 'REFERRAL')) v (o, l, b)
                    """.formatted(LEAD, LAWYERS, LEADING));
            sql.execute("""
                    insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by)
                    select id, id, '%s', now(), '%s' from made
                    """.formatted(LAWYERS, LAWYER));
            sql.execute("""
                    insert into hearing_minimum (matter_id, case_id, organisation_id, hearing_at, place)
                    select id, id, '%s', now() + make_interval(days => n %% 60 + 1), 'COURT' from made
                    """.formatted(LAWYERS));
            superuser.commit();
            superuser.setAutoCommit(true);
            sql.execute("vacuum analyze hearing_minimum, matter, case_access, case_file");
        }
    }
}
