package org.alongside.system;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how a month of one organisation's calendar answers where its lawyers act in 10,000 matters with 40,000 hearings and 10,000 last
 * days, beside a floor of the same run. It measures and judges nothing.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class LegalCalendarBenchmark {
    private static final int WARM = 30;
    private static final int TIMES = 100;
    private static final String DANIEL = "00000000-0000-4000-8000-000000000012";
    private static final String OPEN_DOOR = "00000000-0000-4000-9000-000000000006";
    private static final String OPEN_DOORS_TEAM = "00000000-0000-4000-a000-000000000006";

    private final Product product = Product.get();

    @Test
    void month() throws Exception {
        Crowd.write(product.sql());
        matters();
        Crowd.print("Hearings kept: " + product.sql().count("select count(*) from alongside.hearing"), product.sql());
        LocalDate first =
                product.now().atZone(ZoneOffset.UTC).toLocalDate().plusMonths(1).withDayOfMonth(1);
        String month = "/api/v1/legal-calendar?dayCount=31&firstDay=" + first;
        System.out.println("lines of a month: "
                + product.http("daniel").get(month).json().get("lines").size());
        new InTurns()
                .side("floor: GET /me", at -> product.http("daniel").get("/api/v1/me"))
                .side("a month of the lawyers' house", at -> product.http("daniel")
                        .get(month))
                .side("a month of one lawyer", at -> product.http("daniel").get(month + "&onlyMine=true"))
                .side("a month of a colleague", at -> product.http("daniel").get(month + "&counsel=" + DANIEL))
                .side("what is missing in a month", at -> product.http("daniel").get(month + "&lacking=ESCORT"))
                .side("a week", at -> product.http("daniel").get("/api/v1/legal-calendar?dayCount=7&firstDay=" + first))
                .side("a month of who leads", at -> product.http("ilse").get(month))
                .print("The calendar over HTTP", WARM, TIMES);
        try (Plans plans = new Plans(product)) {
            plans.print("a month", () -> product.http("daniel").get(month), "hearing|legal_deadline");
        }
    }

    /** Of ten thousand cases the lawyers' house was asked to help, a matter each with four hearings and a last day within two years. */
    private void matters() {
        product.sql().run("""
                create temp table asked as select case_id, row_number() over () n from alongside.case_file where status = 'ACTIVE' limit 10000;
                insert into alongside.assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                  select gen_random_uuid(), case_id, '%2$s', '%3$s', '%1$s', now() - interval '1 day', '%1$s' from asked;
                insert into alongside.access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                  select gen_random_uuid(), case_id, '%2$s', 7, 'W', 'REFERRAL', now() - interval '1 day', now() + interval '900 days', '%1$s' from asked;
                insert into alongside.matter (matter_id, case_id, organisation_id, opened_at, opened_by)
                  select case_id, case_id, '%2$s', now() - interval '1 day', '%1$s' from asked;
                insert into alongside.hearing_minimum (matter_id, case_id, organisation_id) select case_id, case_id, '%2$s' from asked;
                insert into alongside.hearing (hearing_id, matter_id, case_id, organisation_id, hearing_at, place, needs)
                  select gen_random_uuid(), case_id, case_id, '%2$s', now() + make_interval(days => ((n * 7 + k * 181) %% 730)::int, hours => k), 'COURT',
                         '{ESCORT,INTERPRETER}' from asked, generate_series(0, 3) k;
                insert into alongside.legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
                  select gen_random_uuid(), case_id, case_id, '%2$s', 'DEADLINE', current_date + (n * 11 %% 730)::int, 'UTC' from asked;
                drop table asked
                """.formatted(DANIEL, OPEN_DOOR, OPEN_DOORS_TEAM));
        product.sql()
                .run(
                        "vacuum analyze alongside.hearing, alongside.legal_deadline, alongside.matter, alongside.case_access, alongside.access_grant");
    }
}
