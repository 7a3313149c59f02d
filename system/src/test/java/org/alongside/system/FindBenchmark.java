package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.alongside.casefile.ListQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how long it takes to find a name and to choose a list among 100,000 cases, for a supervisor of 4,400 of them, over
 * HTTP; and the plan, as the application's role. It measures and judges nothing.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class FindBenchmark {
    private static final int TIMES = 60;

    private final Product product = Product.get();

    @Test
    void among_a_hundred_thousand_cases() throws Exception {
        fill(4_400, 1, "000000000001");
        fill(95_600, 2, "000000000004");
        long begun = System.nanoTime();
        Reply rebuilt = product.http("kim").post("/api/v1/name-index/rebuild", null);
        System.out.printf(
                "%n== Finding. Index made anew: %s in %.1f s, %d words, %d MB%n",
                rebuilt.text(),
                (System.nanoTime() - begun) / 1e9,
                product.sql().count("select count(*) from alongside.name_word"),
                product.sql().count("select pg_total_relation_size('alongside.name_word') / 1048576"));
        product.sql()
                .run(
                        "vacuum analyze alongside.name_word, alongside.case_access, alongside.case_file, alongside.identity_minimum, alongside.safety_minimum");
        asked("floor: GET /me", () -> product.http("ilse").get("/api/v1/me"));
        for (String words : List.of("Fatima", "Noor Haddad", "فاطمة", "Rarename", "Nobodyhasthis")) {
            asked("find " + words, () -> product.http("ilse")
                    .post("/api/v1/name-searches?limit=25", Map.of("words", words)));
        }
        for (String choice : List.of(
                "",
                "statuses=ACTIVE&risks=HIGH",
                "risks=IMMEDIATE",
                "risks=LOW",
                "lead=00000000-0000-4000-9000-000000000002",
                "service=SHELTER",
                "next=LATER&risks=HIGH")) {
            asked("list " + choice, () -> product.http("ilse").get("/api/v1/cases?limit=25&" + choice));
        }
        plan(ListQuery.byName("00000000-0000-0000-0000-000000000001", 25));
    }

    private static void asked(String what, Supplier<Reply> question) {
        long[] micros = new long[TIMES];
        for (int at = -10; at < TIMES; at++) {
            long begun = System.nanoTime();
            assertThat(question.get().status()).isEqualTo(200);
            if (at >= 0) {
                micros[at] = (System.nanoTime() - begun) / 1000;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "%s: median %.1f ms, p95 %.1f ms%n",
                what, micros[TIMES / 2] / 1000.0, micros[TIMES * 95 / 100] / 1000.0);
    }

    private void plan(String query) throws Exception {
        try (Connection application = product.sql().app().getConnection()) {
            application.setAutoCommit(false);
            application
                    .createStatement()
                    .execute(
                            "select caller_open('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-9000-000000000001', '{SUP}', now())");
            ResultSet plan = application
                    .createStatement()
                    .executeQuery("explain (analyze, buffers, costs off, timing off) " + query);
            while (plan.next()) {
                System.out.println("  " + plan.getString(1));
            }
        }
    }

    /** So many cases of one caseworker, one in a hundred in danger now, with names of which some are common. Written from below. */
    private void fill(int cases, int house, String worker) {
        product.sql().run("""
                        drop table if exists c;
                        create temp table c as select gen_random_uuid() id, n from generate_series(1, %1$d) n;
                        insert into alongside.case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                               opened_at, opened_by, next_due)
                        select id, id, 'ACTIVE', '00000000-0000-4000-9000-00000000000%2$d', '00000000-0000-4000-a000-00000000000%2$d',
                               '00000000-0000-4000-8000-%3$s', 'NGO', now(), '00000000-0000-4000-8000-%3$s', current_date + (n %% 60) from c;
                        insert into alongside.identity_minimum
                        select id, (array['Fatima','Noor','Maria','Amal','Leyla','Rosa','Anna','Zahra','Olena','Thu'])[1 + n %% 10], '18_24', false from c;
                        insert into alongside.identity (case_id, given_name, family_name, age_basis, maybe_child)
                        select id, case when n %% 2000 = 7 then 'Rarename' else 'Given' || substr(md5(n::text), 1, 3) end,
                               (array['Haddad','Lopez','Nguyen','Kovalenko','Al-Zahrani'])[1 + n %% 5] || ' ' || substr(md5(id::text), 1, 4), 'ESTIMATED', false from c;
                        insert into alongside.safety_minimum select id, case when n %% 100 = 0 then 'IMMEDIATE' else 'HIGH' end, false, '{}' from c;
                        insert into alongside.assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                        select gen_random_uuid(), id, '00000000-0000-4000-9000-00000000000%2$d', '00000000-0000-4000-a000-00000000000%2$d',
                               '00000000-0000-4000-8000-%3$s', now() - interval '1 day', '00000000-0000-4000-8000-%3$s' from c;
                        insert into alongside.access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                        select gen_random_uuid(), id, '00000000-0000-4000-9000-00000000000%2$d', k, 'F', 'LEAD', now() - interval '1 day', 'infinity',
                               '00000000-0000-4000-8000-%3$s' from c, (values (0), (9), (11)) v (k);
                        """.formatted(cases, house, worker));
    }
}
