package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how the board of 200 houses and 5,000 beds answers, how soon everybody who looks at it hears of a change, and what it
 * costs that 200 pages show it while nothing changes. It measures and judges nothing.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class HousingBenchmark {
    private static final int WARM = 20;
    private static final int TIMES = 60;
    private static final int EACH = 10;
    private static final int LOOKING = 200;
    private static final int CHANGES = 20;
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BOARD = "/api/v1/beds/board";

    private final Product product = Product.get();

    @Test
    void board() {
        fill();
        new InTurns()
                .side("floor: GET /me", at -> product.http("petra").get("/api/v1/me"))
                .side("the board of 200 houses and 5,000 beds", at -> product.http("petra")
                        .get(BOARD))
                .print("Over HTTP", WARM, TIMES);
        try (Browser petra = Browser.as("petra")) {
            double[] waited = new double[WARM];
            for (int at = 0; at < WARM; at++) {
                petra.open("/housing/board.xhtml");
                waited[at] = ((Number) petra.page()
                                .evaluate("() => { const n = performance.getEntriesByType('navigation')[0];"
                                        + " return n.responseStart - n.requestStart; }"))
                        .doubleValue();
            }
            Arrays.sort(waited);
            System.out.printf(
                    "The page of the board: median %.1f ms, longest %.1f ms until the server answers%n",
                    waited[WARM / 2], waited[WARM - 1]);
        }
    }

    @Test
    void looking() {
        fill();
        List<Browser> people = new ArrayList<>();
        try {
            for (int at = 0; at < LOOKING / (EACH); at++) {
                people.add(newcomer());
            }
            double without = spent();
            people.forEach(HousingBenchmark::look);
            await().atMost(SOON).until(() -> sum(people, "window.opened"), Integer.valueOf(LOOKING)::equals);
            double with = spent();
            System.out.printf(
                    "CPU while nothing changes for %d s: %.1f %% of a core, with %d pages looking %.1f %%%n",
                    QUIET.toSeconds(), without, LOOKING, with);
            for (int at = 0; at < CHANGES; at++) {
                change(people, at);
            }
        } finally {
            people.forEach(Browser::close);
        }
    }

    /** Somebody new of the shift, for one person holds no more than twenty pages open; she has this many. */
    private Browser newcomer() {
        Administration administration = new Administration(product);
        String username = ApiScene.unused();
        administration.settled(administration.invite(WILLOW, username, "SHS"));
        administration.choosesPassword(product.keycloak()
                .get("/admin/realms/alongside/users?exact=true&username=" + username)
                .json()
                .get(0));
        Browser browser = Browser.as(username);
        browser.open("/notice/preferences.xhtml");
        return browser;
    }

    private static void look(Browser person) {
        person.page().evaluate("""
                ([house, count]) => {
                    window.heard = [];
                    window.opened = 0;
                    for (let at = 0; at < count; at++) {
                        const socket = new WebSocket(location.origin.replace('http', 'ws') + '/changes?about=' + house);
                        socket.onopen = () => window.opened++;
                        socket.onmessage = () => window.heard.push(Date.now());
                    }
                }""", List.of(WILLOW, EACH));
    }

    private static int sum(List<Browser> people, String what) {
        return people.stream()
                .mapToInt(person -> ((Number) person.page().evaluate("() => " + what)).intValue())
                .sum();
    }

    /** Everybody who looks has heard of it once at least. */
    private void change(List<Browser> people, int at) {
        String which = " from alongside.bed where organisation_id = '" + WILLOW + "' order by bed_id offset " + at * 2
                + " limit 1";
        String house = product.sql().one("select facility_id" + which).toString();
        String bed = product.sql().one("select bed_id" + which).toString();
        people.forEach(person -> person.page().evaluate("() => { window.heard = []; }"));
        long begun = System.currentTimeMillis();
        must(
                204,
                product.http("petra")
                        .post("/api/v1/houses/" + house + "/beds/" + bed + "/closing", Map.of("reason", "REPAIR")));
        await().atMost(SOON).until(() -> sum(people, "window.heard.length"), heard -> heard >= LOOKING);
        long last = people.stream()
                .mapToLong(person -> ((Number) person.page().evaluate("() => Math.max(...window.heard)")).longValue())
                .max()
                .orElseThrow();
        System.out.printf("A bed is closed: all %d have heard after %d ms%n", LOOKING, last - begun);
    }

    /** How much of a core WildFly and PostgreSQL use while nobody does anything, in percent. */
    private double spent() {
        long before = cpu();
        long begun = System.nanoTime();
        await().pollDelay(QUIET).atMost(QUIET.plus(SOON)).until(() -> true);
        return 100.0 * Math.max(0, cpu() - before) / (System.nanoTime() - begun);
    }

    private long cpu() {
        long backend = product.sql().count("select pg_backend_pid()");
        ProcessHandle postgres =
                ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        long wildfly = product.stack().processes().get("WildFly");
        return nanos(ProcessHandle.of(wildfly).orElseThrow())
                + nanos(postgres)
                + postgres.children().mapToLong(HousingBenchmark::nanos).sum();
    }

    private static long nanos(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** Houses of Willow Rooms with 25 beds each, once. */
    private void fill() {
        if (product.sql().count("select count(*) from alongside.facility where code_name like 'House %'") > 0) {
            return;
        }
        product.sql().run("""
                set session_replication_role = replica;
                set search_path = alongside;
                insert into facility (facility_id, organisation_id, team_id, code_name, type, security, staffed, zone, opened_at, opened_by)
                select gen_random_uuid(), w.organisation_id, t.team_id, 'House ' || n, 'EMERGENCY_SHELTER', 'STANDARD', 'DAYTIME', 'UTC',
                       now() - interval '1 year', w.worker_id
                  from generate_series(1, 200) n, (select w.* from worker w join worker_role r using (worker_id)
                                                    where w.organisation_id = '%s' and r.role_code = 'SHM' limit 1) w
                  join lateral (select team_id from team t where t.organisation_id = w.organisation_id limit 1) t on true;
                insert into room (room_id, facility_id, organisation_id, label, one_family)
                select gen_random_uuid(), facility_id, organisation_id, 'Room ' || n, false
                  from facility, generate_series(1, 5) n where code_name like 'House %%';
                insert into bed (bed_id, room_id, facility_id, organisation_id, label, made_at, made_by)
                select gen_random_uuid(), room_id, r.facility_id, r.organisation_id, label || n, now() - interval '1 year', f.opened_by
                  from room r join facility f using (facility_id), generate_series(1, 5) n where f.code_name like 'House %%';
                set session_replication_role = origin;
                analyze facility, room, bed, bed_use, placement;
                """.formatted(WILLOW));
    }
}
