package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alongside.casefile.ListQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Prints what the product does beside a bare PostgreSQL doing the same inserts in the same run; it measures and judges nothing. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class Benchmark {
    private static final int CLIENTS = 8;
    private static final int PAIRS = 400;
    private static final int CASES = 10_000;

    private final Product product = Product.get();

    @Test
    void coordination() throws Exception {
        SentReferrals.write(product.sql(), 100_000, 364, 49);
        product.sql().run("select alongside.counts_fold()");
        product.sql().run("vacuum analyze alongside.referral_count");
        product.sql().run("vacuum analyze alongside.referral_count_change");
        System.out.println("\n== The coordinator's page, "
                + product.sql().count("select count(*) from alongside.referral_card where sent_at is not null")
                + " referrals");
        product.sql()
                .run("create schema if not exists bare; drop table if exists bare.sent; create table bare.sent as"
                        + " select service_type, status, sent_at from alongside.referral_card; analyze bare.sent;");
        for (String period : List.of("LAST_30_DAYS", "LAST_90_DAYS", "THIS_YEAR")) {
            asked("floor: group by over as many rows on bare PostgreSQL", () -> {
                product.sql()
                        .count(
                                "select count(*) from (select service_type, status, count(*) from bare.sent group by 1, 2) g");
                return true;
            });
            asked(
                    "floor: GET /me over HTTP",
                    () -> product.http("amina").get("/api/v1/me").status() == 200);
            asked(
                    "the page's door over HTTP, " + period,
                    () -> product.http("amina")
                                    .get("/api/v1/coordination?period=" + period)
                                    .status()
                            == 200);
        }
        asked(
                "cards behind a number, a year, over HTTP",
                () -> product.http("amina")
                                .get("/api/v1/coordination/referrals?from=2026-01-01&until=2026-12-31&states=DECLINED")
                                .status()
                        == 200);
        asked(
                "what waits too long, over HTTP",
                () -> product.http("amina")
                                .get("/api/v1/coordination/referrals?late=NOW")
                                .status()
                        == 200);
        System.out.println("its largest question as the application's role:");
        explain("NRM", 14, 8, """
                        select house, partner, service_type, key, sum(n) from referral_counted
                         where side = 'SENT' and measure = 'STATE' and grain = 'D' and period between current_date - 89 and current_date
                         group by 1, 2, 3, 4
                        """).forEach(line -> System.out.println("  " + line));
        counting();
    }

    /** Pairs of refer and accept, with and without counting, in turns so that both meet the same machine. */
    private void counting() throws Exception {
        String triggers =
                "alter table alongside.referral_card %1$s trigger counted; alter table alongside.referral_card %1$s trigger counted_anew";
        ConcurrentLinkedQueue<Survivor> ready = new ConcurrentLinkedQueue<>();
        int round = 120;
        side(round * 7, () -> {
            Survivor survivor = Survivor.adult(product, "mina");
            survivor.agreesToShareWith(Survivor.CEDAR, "IDENTITY", "CONTACT_LOCATION", "SAFETY_RISK");
            return ready.add(survivor);
        });
        side(round, () -> pair(ready.remove()));
        for (int turn = 0; turn < 3; turn++) {
            product.sql().run(triggers.formatted("disable"));
            timed(round, () -> pair(ready.remove()), "refer and accept, not counted");
            product.sql().run(triggers.formatted("enable"));
            timed(round, () -> pair(ready.remove()), "refer and accept, counted");
        }
        product.sql().run("select alongside.counts_mend()");
    }

    /** The published records from file to open cases, or as many rows of our own making where they are not there. */
    @Test
    void importing() throws Exception {
        Path published = Path.of(System.getenv().getOrDefault("ALONGSIDE_SHARED", "../shared"))
                .resolve("ctdc/cases-2000.csv");
        Transfer transfer = new Transfer(product);
        // the line of its own tells it from what other runs have brought
        String file = (Files.exists(published)
                        ? Files.readString(published).stripTrailing() + "\n"
                        : "gender,ageBroad,isForcedLabour,isSexualExploit\n" + "Woman,24--26,1,\n".repeat(2_000))
                + "\n".repeat(1 + (int) (System.nanoTime() % 1_000));
        long begun = System.nanoTime();
        String brought = Survivor.id(Survivor.must(201, transfer.look("CTDC", file, Transfer.everyone())));
        long looked = System.nanoTime();
        int opened = transfer.run(brought, "ALL").get("opened").asInt();
        System.out.printf(
                "%n== Import: looked through in %.1f s; %d cases opened in %.1f s%n",
                (looked - begun) / 1e9, opened, (System.nanoTime() - looked) / 1e9);
        begun = System.nanoTime();
        String export = transfer.ready();
        System.out.printf(
                "== Export: %d cases packed and encrypted in %.1f s%n",
                transfer.export(export).get("cases").asInt(), (System.nanoTime() - begun) / 1e9);
    }

    private static void asked(String what, Callable<Boolean> question) throws Exception {
        long[] micros = new long[100];
        for (int warm = 0; warm < 30; warm++) {
            assertThat(question.call()).isTrue();
        }
        for (int at = 0; at < micros.length; at++) {
            long begun = System.nanoTime();
            assertThat(question.call()).isTrue();
            micros[at] = (System.nanoTime() - begun) / 1000;
        }
        Arrays.sort(micros);
        System.out.printf("%s: median %.1f ms, p95 %.1f ms%n", what, micros[50] / 1000.0, micros[95] / 1000.0);
    }

    @Test
    void figures() throws Exception {
        System.out.println("\n== Figures, " + Runtime.getRuntime().availableProcessors() + " processors");
        pairs();
        list();
        memory();
    }

    private void pairs() throws Exception {
        ConcurrentLinkedQueue<Survivor> ready = new ConcurrentLinkedQueue<>();
        side(PAIRS + 80, () -> {
            Survivor survivor = Survivor.adult(product, "mina");
            survivor.agreesToShareWith(Survivor.CEDAR, "IDENTITY", "CONTACT_LOCATION", "SAFETY_RISK");
            return ready.add(survivor);
        });
        side(80, () -> pair(ready.remove()));
        double[] bare = timed(PAIRS * 4, this::barePair, "bare PostgreSQL, the same rows in two transactions");
        double[] ours = timed(PAIRS, () -> pair(ready.remove()), "Alongside, refer and accept over the API");
        System.out.printf("ratio to the bare floor: %.1f %% of its pairs a second%n", 100 * ours[0] / bare[0]);
    }

    private boolean pair(Survivor survivor) {
        String referral = survivor.isReferredTo(
                Survivor.CEDAR_COUNSELLING, "ROUTINE", "IDENTITY", "CONTACT_LOCATION", "SAFETY_RISK");
        return product.http("noor")
                        .post("/api/v1/referrals/" + referral + "/acceptance", Map.of())
                        .status()
                < 300;
    }

    private final ThreadLocal<Connection> bare = ThreadLocal.withInitial(() -> {
        try {
            Connection connection = product.sql().superuser().getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    });

    private boolean barePair() throws SQLException {
        prepareBare();
        Connection connection = bare.get();
        UUID id = UUID.randomUUID();
        run(connection, "insert into bare.card values (?, 'SENT', now())", id);
        run(connection, "insert into bare.referral values (?, ?, now())", id, UUID.randomUUID());
        run(connection, "insert into bare.audit values (?, ?, now())", UUID.randomUUID(), id);
        connection.commit();
        run(connection, "update bare.card set status = 'ACCEPTED' where id = ?", id);
        run(connection, "insert into bare.assignment values (?, ?, now())", UUID.randomUUID(), id);
        for (int grant = 0; grant < 4; grant++) {
            run(connection, "insert into bare.access values (?, ?, now())", UUID.randomUUID(), id);
        }
        run(connection, "insert into bare.audit values (?, ?, now())", UUID.randomUUID(), id);
        connection.commit();
        return true;
    }

    private synchronized void prepareBare() {
        if (!prepared) {
            product.sql().run("""
                            create schema if not exists bare;
                            create table if not exists bare.card (id uuid primary key, status text, at timestamptz);
                            create table if not exists bare.referral (id uuid primary key, other uuid, at timestamptz);
                            create table if not exists bare.audit (id uuid primary key, other uuid, at timestamptz);
                            create table if not exists bare.assignment (id uuid primary key, other uuid, at timestamptz);
                            create table if not exists bare.access (id uuid primary key, other uuid, at timestamptz);
                            """);
            prepared = true;
        }
    }

    private boolean prepared;

    private void list() throws Exception {
        fill();
        asked(
                "first page of the case list over HTTP, cases of the caller: "
                        + product.sql()
                                .count(
                                        "select count(distinct case_id) from alongside.case_access where holder_id = '00000000-0000-4000-8000-000000000001'"),
                () -> product.http("mina")
                                .get("/api/v1/cases?limit=20")
                                .json()
                                .get("items")
                                .size()
                        == 20);
        System.out.println("its plan as the application's role:");
        explain("CW", 1, 1, ListQuery.firstPage(20)).forEach(line -> System.out.println("  " + line));
    }

    private void fill() {
        product.sql().run("""
                        create temp table c as select gen_random_uuid() id, n from generate_series(1, %d) n;
                        insert into alongside.case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                               opened_at, opened_by, next_due)
                        select id, 'B' || n, 'ACTIVE', '00000000-0000-4000-9000-000000000001', '00000000-0000-4000-a000-000000000001',
                               '00000000-0000-4000-8000-000000000001', 'NGO', now(), '00000000-0000-4000-8000-000000000001', current_date + (n %% 60)
                          from c;
                        insert into alongside.identity_minimum select id, 'B', '18_24', false from c;
                        insert into alongside.safety_minimum select id, 'HIGH', false, '{}' from c;
                        insert into alongside.assignment select gen_random_uuid(), id, '00000000-0000-4000-9000-000000000001',
                               '00000000-0000-4000-a000-000000000001', '00000000-0000-4000-8000-000000000001', now() - interval '1 day', null,
                               '00000000-0000-4000-8000-000000000001' from c;
                        insert into alongside.access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                        select gen_random_uuid(), id, '00000000-0000-4000-9000-000000000001', k, 'F', 'LEAD', now() - interval '1 day', 'infinity',
                               '00000000-0000-4000-8000-000000000001' from c, generate_series(0, 11) k where k <> 8;
                        analyze alongside.case_access; analyze alongside.case_file;
                        """.formatted(CASES));
    }

    private List<String> explain(String role, int worker, int organisation, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection application = product.sql().app().getConnection()) {
            application.setAutoCommit(false);
            application
                    .createStatement()
                    .execute(
                            "select caller_open('00000000-0000-4000-8000-0000000000%02d', '00000000-0000-4000-9000-0000000000%02d', '{%s}', now())"
                                    .formatted(worker, organisation, role));
            ResultSet plan = application
                    .createStatement()
                    .executeQuery("explain (analyze, buffers, costs off, timing off) " + query);
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
        }
        return lines;
    }

    private void memory() throws Exception {
        long total = 0;
        for (Map.Entry<String, Long> process : product.stack().processes().entrySet()) {
            total += print(process.getKey(), proportionalMemory(process.getValue()));
        }
        long postgres = 0;
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            boolean ours = process.info()
                            .command()
                            .filter(command -> command.endsWith("/postgres"))
                            .isPresent()
                    && Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                            .contains("product");
            if (ours) {
                postgres += proportionalMemory(process.pid());
                postgres += process.children()
                        .mapToLong(child -> quietly(() -> proportionalMemory(child.pid())))
                        .sum();
            }
        }
        total += print("PostgreSQL", postgres);
        print("the three servers", total);
    }

    private static long print(String what, long kilobytes) {
        System.out.printf("memory of %s: %d MB (proportional set size)%n", what, kilobytes / 1024);
        return kilobytes;
    }

    private static long proportionalMemory(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private double[] timed(int count, Callable<Boolean> work, String what) throws Exception {
        List<Long> micros = Collections.synchronizedList(new ArrayList<>());
        long begun = System.nanoTime();
        side(count, () -> {
            long from = System.nanoTime();
            boolean done = work.call();
            micros.add((System.nanoTime() - from) / 1000);
            return done;
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        micros.sort(null);
        double p95 = micros.get((int) (micros.size() * 0.95)) / 1000.0;
        System.out.printf("%s: %.0f pairs a second, p95 %.1f ms, %d clients%n", what, count / seconds, p95, CLIENTS);
        return new double[] {count / seconds, p95};
    }

    private static void side(int count, Callable<Boolean> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            all.add(clients.submit(work));
        }
        for (Future<Boolean> one : all) {
            assertThat(one.get()).isTrue();
        }
        clients.shutdown();
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    private static long quietly(Callable<Long> work) {
        try {
            return work.call();
        } catch (Exception gone) {
            return 0;
        }
    }
}
