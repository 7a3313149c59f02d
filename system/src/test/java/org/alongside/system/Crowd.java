package org.alongside.system;

import java.lang.management.ManagementFactory;

/** A hundred thousand cases of sixty organisations, with as many referrals between them, written below the product. */
final class Crowd {
    /** Cases of the colleague Jonas, whose supervisor Ilse sees them too. */
    static final int OF_JONAS = 10_000;

    private static final int CASES = 100_000;
    private static final int MORE_ORGANISATIONS = 47;

    private Crowd() {}

    /** Writes them where they are not there yet. */
    static void write(Database database) {
        if (database.count("select count(*) from alongside.case_file") >= CASES) {
            return;
        }
        SentReferrals.write(database, CASES, 364, MORE_ORGANISATIONS);
        // nobody is told of what nobody did
        database.run(WORKERS.formatted(MORE_ORGANISATIONS)
                + TOLD.formatted("disable")
                + FILES.formatted(CASES, OF_JONAS, MORE_ORGANISATIONS)
                + TOLD.formatted("enable"));
        database.run("vacuum analyze");
    }

    /** Prints how much there is, and how busy the machine is. */
    static void print(String what, Database database) {
        System.out.printf(
                "%n== %s: %d cases, %d organisations; %d processors with a load of %.1f%n",
                what,
                database.count("select count(*) from alongside.case_file"),
                database.count("select count(*) from alongside.organisation"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static final String TOLD = """
            do $$ declare t text; begin
              foreach t in array array['case_file', 'identity_minimum', 'safety_minimum', 'assignment', 'access_grant'] loop
                execute format('alter table alongside.%%I %1$s trigger told', t);
              end loop;
            end $$;
            """;

    private static final String WORKERS = """
            insert into alongside.worker (worker_id, subject, organisation_id, name)
            select w, w::text, ('00000000-0000-4000-9000-0000000005' || lpad(to_hex(n), 2, '0'))::uuid, 'Worker ' || n
              from generate_series(1, %1$d) n
             cross join lateral (select ('00000000-0000-4000-8000-0000000005' || lpad(to_hex(n), 2, '0'))::uuid w) w;
            insert into alongside.team_member (team_id, worker_id, supervises, from_at)
            select ('00000000-0000-4000-a000-0000000005' || lpad(to_hex(n), 2, '0'))::uuid,
                   ('00000000-0000-4000-8000-0000000005' || lpad(to_hex(n), 2, '0'))::uuid, false, '2024-01-01 00:00Z'
              from generate_series(1, %1$d) n;
            """;

    /** So many to Jonas, the rest to the one worker of each of the other organisations. */
    private static final String FILES = """
            create temp table c as
            select gen_random_uuid() id, n, ('00000000-0000-4000-9000-' || house)::uuid house, ('00000000-0000-4000-a000-' || house)::uuid team,
                   ('00000000-0000-4000-8000-' || case house when '000000000001' then '000000000002' else house end)::uuid worker
              from generate_series(1, %1$d) n
             cross join lateral (select case when n <= %2$d then '000000000001'
                                             else '0000000005' || lpad(to_hex(1 + n %% %3$d), 2, '0') end house) h;
            insert into alongside.case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                   opened_at, opened_by, next_due)
            select id, id, 'ACTIVE', house, team, worker, 'NGO', now(), worker, current_date + (n %% 60) from c;
            insert into alongside.identity_minimum select id, 'Name' || n %% 1000, '18_24', false from c;
            insert into alongside.safety_minimum select id, case when n %% 100 = 0 then 'IMMEDIATE' else 'HIGH' end, false, '{}' from c;
            insert into alongside.assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
            select gen_random_uuid(), id, house, team, worker, now() - interval '1 day', worker from c;
            insert into alongside.access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
            select gen_random_uuid(), id, house, k, 'F', 'LEAD', now() - interval '1 day', 'infinity', worker from c, (values (0), (9), (11)) v (k);
            insert into alongside.conflict_declaration (worker_id, case_id, declared_at)
            select ('00000000-0000-4000-8000-0000000005' || lpad(to_hex(1 + n %% %3$d), 2, '0'))::uuid, id, now() from c
             where n <= %2$d and n %% 5 = 0;
            drop table c;
            """;
}
