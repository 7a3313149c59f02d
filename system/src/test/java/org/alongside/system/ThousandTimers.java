package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A thousand timers of hearings and last days are due at one instant, and the server is killed several times while they ring: everybody is asked
 * exactly once, and told of it once. The hearings are written below the product, as before there were clocks, so that the server has to begin them itself,
 * and is killed in the middle of that, too. Beside it as many that nothing disturbs, and as many transactions of the bare database. It takes minutes and
 * stands in no suite: {@code -Dtest=ThousandTimers}; {@code -Dtimers.each=} hearings and as many last days, {@code -Dtimers.kills=} kills at each instant.
 */
class ThousandTimers {
    private static final int EACH = Integer.getInteger("timers.each", 500);
    private static final int KILLS = Integer.getInteger("timers.kills", 3);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration OFTEN = Duration.ofMillis(5);

    /** Of one set, told apart by when its matters were opened. */
    private static final String OURS = """
              from (select hearing_id::text k from alongside.hearing join alongside.matter using (matter_id) where opened_at = '%1$s'
                    union all
                    select deadline_id::text from alongside.legal_deadline join alongside.matter using (matter_id) where opened_at = '%1$s') o
            """;

    private final Product product = Product.get();

    @Test
    void a_thousand_timers_that_are_due_when_the_server_is_killed_ring_once_each() throws Exception {
        System.out.printf(
                "floor: %d commits of one row in the bare database: %.1f s%n", 2 * EACH, bareCommits() / 1000.0);
        allCanBeTold();
        live(0);
        live(KILLS);
    }

    /** Everybody has an address and no quiet hours: who is told is told at once. */
    private void allCanBeTold() {
        product.sql().run("""
                insert into alongside.notice_choice (worker_id, address, quiet_from, quiet_until)
                  select worker_id, 'somebody@example.org', null, null from alongside.worker
                  on conflict (worker_id) do update set address = excluded.address, quiet_from = null, quiet_until = null
                """);
    }

    private void live(int kills) throws Exception {
        System.out.printf("%n%d hearings and %d last days, %d kills at each instant%n", EACH, EACH, kills);
        String set = write();
        begin(set, kills);
        Instant written = Instant.parse(set);
        ring(set, written.plus(DAY.multipliedBy(30)), kills, "weeks before");
        asked(set, EACH, "arrange", "see-to-it");
        told(set, "arrange", "see-to-it");
        ring(set, written.plus(DAY.multipliedBy(95)), kills, "the hearings are over and days are left");
        asked(set, EACH, "say-result", "result-overdue", "see-overdue");
        neverTwice(set);
        assertThat(
                        count(
                                "select count(*)" + ours(set) + " join engine.act_ru_job j on j.process_instance_id_ in"
                                        + " (select id_ from engine.act_ru_execution where business_key_ = o.k) where j.retries_ = 0 or j.exception_msg_ is not null"))
                .as("failed work")
                .isZero();
        told(set, "say-result");
    }

    /** The server begins the clocks of what was written before there were any; killed in the middle it goes on. */
    private void begin(String set, int kills) throws Exception {
        product.stack().killWildFly();
        product.stack().startWildFly();
        long began = System.nanoTime();
        String running = "select count(*)" + ours(set)
                + " join engine.act_ru_execution p on p.business_key_ = o.k and p.parent_id_ is null";
        if (kills > 0) {
            await().atMost(LONG).pollInterval(OFTEN).until(() -> count(running) > 0);
            product.stack().killWildFly();
            System.out.printf("killed when %d of %d clocks had begun%n", count(running), 2 * EACH);
            product.stack().startWildFly();
            product.forward(Duration.ofMinutes(2));
        }
        await().atMost(LONG).until(() -> count(running) == 2L * EACH);
        System.out.printf("%d clocks begun after %.1f s%n", 2 * EACH, seconds(began));
        assertThat(
                        count(
                                "select count(*)" + ours(set)
                                        + " join engine.act_hi_procinst p on p.business_key_ = o.k and p.proc_def_key_ in ('hearing', 'legal-deadline')"))
                .as("one process each")
                .isEqualTo(2L * EACH);
    }

    /** Moves the clock to an instant by which all that is planned until then is due, and kills the server as often while it rings. */
    private void ring(String set, Instant until, int kills, String what) throws Exception {
        product.forward(Duration.between(product.now(), until));
        Instant due = product.now();
        long first = waiting(set, due);
        long began = System.nanoTime();
        double away = 0;
        for (int kill = 1; kill <= kills; kill++) {
            long enough = first - first * kill / (kills + 1);
            await().atMost(LONG).pollInterval(OFTEN).until(() -> waiting(set, due) <= enough);
            product.stack().killWildFly();
            long down = System.nanoTime();
            System.out.printf("  killed: %d of %d timers were still to ring%n", waiting(set, due), first);
            product.stack().startWildFly();
            away += seconds(down);
            // what the killed server had begun is begun again when its lock is over
            product.forward(Duration.ofMinutes(2));
        }
        await().atMost(LONG).until(() -> waiting(set, due) == 0);
        double all = seconds(began);
        System.out.printf(
                "%s: %d timers due at once, all had rung after %.1f s, %.1f s of them without a server%n",
                what, first, all, away);
    }

    private long waiting(String set, Instant due) {
        return product.sql()
                .count(
                        "select count(*)" + ours(set)
                                + " join engine.act_ru_execution p on p.business_key_ = o.k and p.parent_id_ is null"
                                + " join engine.act_ru_job j on j.process_instance_id_ = p.id_ where j.retries_ > 0 and j.duedate_ <= ?",
                        Timestamp.from(due));
    }

    /** That of each subject everybody was asked exactly once for each of these steps, by the history of the engine. */
    private void asked(String set, long many, String... steps) {
        for (String step : steps) {
            assertThat(product.sql()
                            .one("select count(*) || ' asked, ' || count(distinct o.k) || ' subjects'" + ours(set)
                                    + " join engine.act_hi_procinst p on p.business_key_ = o.k join engine.act_hi_actinst a on a.proc_inst_id_ = p.id_"
                                    + " where a.act_type_ = 'userTask' and a.act_id_ = '" + step + "'"))
                    .as(step)
                    .isEqualTo(many + " asked, " + many + " subjects");
        }
    }

    /** No step of any kind was gone through twice by one process. */
    private void neverTwice(String set) {
        assertThat(
                        product.sql()
                                .one(
                                        "select coalesce(string_agg(x.act_id_ || ' ' || x.n, ', '), '') from (select a.act_id_, count(*) n"
                                                + ours(set)
                                                + " join engine.act_hi_procinst p on p.business_key_ = o.k join engine.act_hi_actinst a on a.proc_inst_id_ = p.id_"
                                                + " where a.act_type_ in ('userTask', 'serviceTask', 'boundaryTimer') group by p.id_, a.act_id_ having count(*) > 1) x"))
                .as("twice")
                .isEqualTo("");
        asked(set, EACH, "see-to-it");
        assertThat(count("select count(*)" + ours(set)
                        + " join engine.act_hi_procinst p on p.business_key_ = o.k join engine.act_hi_actinst a on a.proc_inst_id_ = p.id_"
                        + " where a.act_id_ = 'passed' and a.end_time_ is not null"))
                .as("the matter was told that its hearing is over")
                .isEqualTo(EACH);
    }

    /** Who is told by letter of one of these steps is told of each of its kind, and once. Asked before the clock moves on: what is told is not kept for long. */
    private void told(String set, String... steps) {
        String tasks = "select t.id_, t.task_def_key_ step" + ours(set)
                + " join engine.act_ru_execution p on p.business_key_ = o.k and p.parent_id_ is null"
                + " join engine.act_ru_task t on t.proc_inst_id_ = p.id_";
        await().atMost(LONG)
                .until(() -> count("select count(*) from alongside.task_offer f join (" + tasks
                                + ") t on t.id_ = f.task_id where f.told_at is null")
                        == 0);
        var letters = product.sql()
                .pairs("select t.step || ' ' || n.worker_id, count(*)::text from alongside.notice n join (" + tasks
                        + ") t on t.id_ = n.task_id where t.step in ('" + String.join("', '", steps) + "') group by 1");
        System.out.println("told of tasks, by step and person: " + letters);
        for (String step : steps) {
            assertThat(letters.keySet()).as("people are told").anyMatch(key -> key.startsWith(step + " "));
        }
        assertThat(letters.values()).as("each once").containsOnly(String.valueOf(EACH));
    }

    /** A case, a matter with a hearing in forty days and a last day in a hundred each; answers by what they are known. */
    private String write() {
        Instant now = product.now();
        String mina = "00000000-0000-4000-8000-000000000001";
        String lead = "00000000-0000-4000-9000-000000000001";
        String team = "00000000-0000-4000-a000-000000000001";
        String daniel = "00000000-0000-4000-8000-000000000012";
        String lawyers = "00000000-0000-4000-9000-000000000006";
        String lawyersTeam = "00000000-0000-4000-a000-000000000006";
        product.sql().run("""
                create temp table made as select gen_random_uuid() id from generate_series(1, %1$d);
                insert into alongside.case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source, opened_at, opened_by, next_due)
                  select id, id, 'ACTIVE', '%3$s', '%4$s', '%2$s', 'NGO', '%7$s', '%2$s', current_date + 400 from made;
                insert into alongside.identity_minimum select id, 'Name', '25_34', false from made;
                insert into alongside.access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                  select gen_random_uuid(), id, '%3$s'::uuid, k, 'F', 'LEAD', '%7$s'::timestamptz, 'infinity'::timestamptz, '%2$s'::uuid from made, (values (0), (9), (11)) v (k)
                  union all select gen_random_uuid(), id, '%3$s'::uuid, 7, 'M', 'LEAD', '%7$s'::timestamptz, 'infinity'::timestamptz, '%2$s'::uuid from made
                  union all select gen_random_uuid(), id, '%6$s'::uuid, 7, 'W', 'REFERRAL', '%7$s'::timestamptz, 'infinity'::timestamptz, '%2$s'::uuid from made;
                insert into alongside.assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                  select gen_random_uuid(), id, '%3$s'::uuid, '%4$s'::uuid, '%2$s'::uuid, '%7$s'::timestamptz, '%2$s'::uuid from made
                  union all select gen_random_uuid(), id, '%6$s'::uuid, '%8$s'::uuid, '%5$s'::uuid, '%7$s'::timestamptz, '%5$s'::uuid from made;
                insert into alongside.matter (matter_id, case_id, organisation_id, opened_at, opened_by) select id, id, '%6$s', '%7$s', '%5$s' from made;
                insert into alongside.hearing_minimum (matter_id, case_id, organisation_id) select id, id, '%6$s' from made;
                insert into alongside.hearing (hearing_id, matter_id, case_id, organisation_id, hearing_at, place, needs, clock_to_begin)
                  select gen_random_uuid(), id, id, '%6$s', '%7$s'::timestamptz + interval '40 days', 'COURT', '{ESCORT}', true from made;
                insert into alongside.legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone, clock_to_begin)
                  select gen_random_uuid(), id, id, '%6$s', 'DEADLINE', ('%7$s'::timestamptz + interval '100 days')::date, 'UTC', true from made;
                drop table made
                """.formatted(EACH, mina, lead, team, daniel, lawyers, now, lawyersTeam));
        return now.toString();
    }

    private long bareCommits() throws SQLException {
        product.sql().run("create table public.floor (at timestamptz)");
        try (Connection connection = product.sql().superuser().getConnection();
                PreparedStatement row = connection.prepareStatement("insert into public.floor values (now())")) {
            long began = System.nanoTime();
            for (int one = 0; one < 2 * EACH; one++) {
                row.execute();
            }
            return (System.nanoTime() - began) / 1_000_000;
        } finally {
            product.sql().run("drop table public.floor");
        }
    }

    private static String ours(String set) {
        return OURS.formatted(set);
    }

    private long count(String query) {
        return product.sql().count(query);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
