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
        long[] millis = new long[200];
        for (int warm = 0; warm < 50; warm++) {
            product.http("mina").get("/api/v1/cases?limit=20");
        }
        for (int at = 0; at < millis.length; at++) {
            long begun = System.nanoTime();
            Reply page = product.http("mina").get("/api/v1/cases?limit=20");
            millis[at] = (System.nanoTime() - begun) / 1000;
            assertThat(page.json().get("items")).hasSize(20);
        }
        Arrays.sort(millis);
        System.out.printf(
                "first page of the case list, %d cases of the caller: median %.1f ms, p95 %.1f ms over HTTP%n",
                product.sql()
                        .count(
                                "select count(distinct case_id) from alongside.case_access where holder_id = '00000000-0000-4000-8000-000000000001'"),
                millis[100] / 1000.0,
                millis[190] / 1000.0);
        System.out.println("its plan as the application's role:");
        plan().forEach(line -> System.out.println("  " + line));
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

    private List<String> plan() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection application = product.sql().app().getConnection()) {
            application.setAutoCommit(false);
            application
                    .createStatement()
                    .execute(
                            "select caller_open('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-9000-000000000001', '{CW}', now())");
            ResultSet plan = application
                    .createStatement()
                    .executeQuery("explain (analyze, buffers, costs off, timing off) " + ListQuery.firstPage(20));
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
