package org.alongside.system;

import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A year of clock, hour by hour at which something is due, for closed cases that are followed up, plans that are reviewed, work that is asked after, a
 * counsellor who is supervised, hours of which nobody says who came, women who go home and how she is: at many of these hours the server is killed while
 * the work of that hour is done, at those of the follow-ups twice. Everything is asked exactly once. It takes minutes and stands in no suite:
 * {@code -Dtest=YearOfClock}; {@code -Dyear.cases=} closed cases, {@code -Dyear.kills=} at most so many kills.
 */
class YearOfClock {
    private static final int CLOSED = Integer.getInteger("year.cases", 24);
    private static final int KILLS = Integer.getInteger("year.kills", 15);
    /** At hours at which little is due, at most so often: most kills are for the hours of the follow-ups. */
    private static final int OTHERWISE = 3;

    private static final int FEW = 4;
    private static final Duration YEAR = Duration.ofDays(385);

    /** Timers of what is watched, that ring up to an instant; whatever the tests or the demo made besides. */
    private static final String TIMERS = """
              from engine.act_ru_job j join engine.act_re_procdef d on d.id_ = j.process_def_id_
             where d.key_ = any ('{follow-up,measure,job-retention,supervision,counselling,reintegration,care-plan}') and j.type_ = 'timer'
               and j.retries_ > 0 and j.duedate_
            """;

    /** What people were asked more than once about one subject; a plan as often as it was reviewed, and once more while it waits. */
    private static final String TWICE = """
            select coalesce(string_agg(p.proc_def_key_ || '.' || x.act_id_ || ' ' || x.n, ', '), '')
              from (select a.proc_inst_id_, a.act_id_, count(*) n from engine.act_hi_actinst a where a.act_type_ = 'userTask' group by 1, 2) x
              join engine.act_hi_procinst p on p.proc_inst_id_ = x.proc_inst_id_
             where p.proc_def_key_ = any ('{follow-up,measure,job-retention,supervision,counselling,reintegration,care-plan}')
               and x.n > case when p.proc_def_key_ = 'care-plan' and x.act_id_ = 'review'
                              then (select count(*) from alongside.plan_review r where r.plan_id::text = p.business_key_)
                                   + (select count(*) from engine.act_ru_task t where t.proc_inst_id_ = p.proc_inst_id_ and t.task_def_key_ = 'review')
                              else 1 end
            """;

    private final Product product = Product.get();
    private final List<String> closed = new ArrayList<>();
    private final List<String> reviewed = new ArrayList<>();
    private final List<String> goingBack = new ArrayList<>();
    private final List<String> counselled = new ArrayList<>();
    private String forgotten;
    private String supervision;
    private int kills;
    private int rung;
    private int hours;

    @Test
    void a_year_of_clock_asks_each_thing_once_also_when_the_server_is_killed_at_the_hour() throws Exception {
        long began = System.nanoTime();
        arrange();
        Instant end = product.now().plus(YEAR);
        for (Instant hour = next(); hour != null && hour.isBefore(end); hour = next()) {
            live(hour);
        }
        check();
        System.out.printf(
                "a year of clock: %d hours at which %d timers rang, the server killed %d times, nothing asked twice, in %d s%n",
                hours, rung, kills, Duration.ofNanos(System.nanoTime() - began).toSeconds());
        assertThat(kills).as("killed while there was work").isPositive();
    }

    /** Moves to the end of the next hour at which something is due, and kills the server while it is done. */
    private void live(Instant hour) throws Exception {
        long due = product.sql().count("select count(*)" + TIMERS + "<= ?", Timestamp.from(hour));
        hours++;
        rung += (int) due;
        product.forward(Duration.between(product.now(), hour).plusSeconds(1));
        int wanted = due >= CLOSED ? 2 : due > 1 && kills < OTHERWISE ? 1 : 0;
        for (int kill = 0; kill < wanted && kills < KILLS; kill++) {
            long left = waiting(hour);
            if (left == 0) {
                break;
            }
            await().atMost(Duration.ofSeconds(90))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> waiting(hour) < left);
            product.stack().killWildFly();
            kills++;
            System.out.printf("killed at %s: %d of %d timers had rung%n", hour, due - waiting(hour), due);
            product.stack().startWildFly();
            // what the killed server had begun is begun again when its lock is over
            product.forward(Duration.ofMinutes(2));
        }
        await().atMost(Duration.ofMinutes(3)).until(() -> waiting(hour) == 0 && lookedAround(hour));
        assertThat(product.sql().one(TWICE)).as("asked twice at " + hour).isEqualTo("");
        review();
        decline();
    }

    /** The end of the next hour at which something rings, with what else rings in it; null: nothing is due any more. */
    private Instant next() {
        Timestamp first = (Timestamp) product.sql().one("select min(j.duedate_)::timestamptz" + TIMERS + "is not null");
        if (first == null) {
            return null;
        }
        Instant now = product.now();
        Instant hour = first.toInstant().isBefore(now) ? now : first.toInstant();
        return hour.plus(Duration.ofHours(1));
    }

    /**
     * Whether the hourly look for whom to measure is done. It leaves out for an hour whose file is being written; here the next hour is weeks away, so
     * nobody writes before it is done.
     */
    private boolean lookedAround(Instant hour) {
        return product.sql().count("""
                        select count(*) from engine.act_ru_job j join engine.act_re_procdef d on d.id_ = j.process_def_id_
                         where d.key_ = 'outcome-watch' and j.type_ = 'timer' and j.duedate_ <= ?
                        """, Timestamp.from(hour)) == 0;
    }

    private long waiting(Instant hour) {
        return product.sql().count("select count(*)" + TIMERS + "<= ?", Timestamp.from(hour));
    }

    private void arrange() {
        supervise();
        for (int one = 0; one < CLOSED; one++) {
            Survivor survivor = Survivor.adult(product, "mina");
            closed.add(survivor.caseId());
            must(
                    204,
                    product.http("ilse").post("/api/v1/closings/" + survivor.isProposedToClose() + "/approval", null));
        }
        for (int one = 0; one < FEW; one++) {
            Survivor survivor = Survivor.adult(product, "mina");
            survivor.agreesTo(survivor.wants("A door I can lock"));
            if (one == 0) {
                forgotten = survivor.caseId();
            } else {
                reviewed.add(survivor.caseId());
            }
            String today = product.now().toString().substring(0, 10);
            must(
                    204,
                    product.http("mina")
                            .post(
                                    "/api/v1/cases/" + survivor.caseId() + "/livelihood/steps",
                                    Map.of(
                                            "kind",
                                            "INCOME_PROJECT",
                                            "what",
                                            "Eggs",
                                            "beganOn",
                                            today,
                                            "agreedOn",
                                            today)));
            Survivor leaving = Survivor.adult(product, "mina");
            leaving.decides("VOLUNTARY");
            goingBack.add(leaving.caseId());
            Survivor seen = Survivor.adult(product, "mina");
            counselled.add(seen.caseId());
            seen.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY");
            must(
                    201,
                    product.http("noor")
                            .post(
                                    "/api/v1/cases/" + seen.caseId() + "/counselling/sessions",
                                    Map.of(
                                            "startsAt",
                                            House.inHours(product, 3 + one),
                                            "minutes",
                                            50,
                                            "type",
                                            "INDIVIDUAL",
                                            "modality",
                                            "IN_PERSON",
                                            "place",
                                            "COUNSELLING_ROOM",
                                            "interpreter",
                                            "NONE")));
        }
    }

    /** Named by a supervisor, whom the demo house has not: one of its counsellors is made one, and a third counsellor is there for her. */
    private void supervise() {
        String noor = "00000000-0000-4000-8000-000000000010";
        String elif = "00000000-0000-4000-8000-000000000011";
        String third = UUID.randomUUID().toString();
        Http keycloak = product.keycloak();
        JsonNode role = keycloak.get("/admin/realms/alongside/roles/SUP").json();
        must(
                204,
                keycloak.post(
                        "/admin/realms/alongside/users/" + noor + "/role-mappings/realm",
                        List.of(Map.of(
                                "id",
                                role.get("id").asText(),
                                "name",
                                role.get("name").asText()))));
        product.sql().run("""
                insert into alongside.worker select (jsonb_populate_record(w, jsonb_build_object('worker_id', '%1$s', 'subject', '%1$s', 'name', 'Third Counsellor'))).*
                  from alongside.worker w where worker_id = '%2$s';
                insert into alongside.worker_role (worker_id, role_code) values ('%1$s', 'COU'), ('%2$s', 'SUP');
                """.formatted(third, noor));
        supervision = id(must(
                201,
                product.http("noor")
                        .post("/api/v1/counselling/supervisions", Map.of("counsellor", third, "supervisor", elif))));
    }

    /** Who is asked to review a plan does, but for one that is forgotten for the whole year. */
    private void review() {
        for (String caseId : reviewed) {
            if (asked(
                    "care-plan",
                    "review",
                    "select plan_id::text from alongside.care_plan where case_id = ?::uuid",
                    caseId)) {
                must(
                        204,
                        product.http("mina")
                                .post(
                                        "/api/v1/cases/" + caseId + "/care-plan/reviews",
                                        Map.of("herPart", "WAS_THERE", "outcome", "GOES_ON")));
            }
        }
    }

    /** She does not want to be measured this time; of the forgotten one nobody says so. */
    private void decline() {
        for (String caseId : reviewed) {
            if (asked(
                    "measure",
                    "put-to-her",
                    "select measure_ask_id::text from alongside.measure_ask where case_id = ?::uuid and settled_at is null",
                    caseId)) {
                must(
                        204,
                        product.http("mina")
                                .post("/api/v1/cases/" + caseId + "/outcomes/no", Map.of("answer", "NOT_NOW")));
            }
        }
    }

    private boolean asked(String process, String step, String subject, String caseId) {
        return product.sql()
                        .count(
                                "select count(*) from engine.act_ru_task t join engine.act_ru_execution p on p.id_ = t.proc_inst_id_"
                                        + " where p.business_key_ in (" + subject + ") and t.task_def_key_ = '" + step
                                        + "'",
                                caseId)
                > 0;
    }

    private void check() {
        String followUps = of("follow_up", "follow_up_id", closed);
        assertThat(product.sql().count("select count(*) from (" + followUps + ") x"))
                .isEqualTo(3L * CLOSED);
        each(followUps, 3L * CLOSED, "ask-her", "asking-overdue");
        List<String> open = new ArrayList<>(reviewed);
        open.add(forgotten);
        each(of("livelihood_question", "question_id", open), 2L * FEW, "ask", "ask-overdue");
        each(
                of("reintegration", "reintegration_id", goingBack),
                FEW,
                "assess-return",
                "assessing-overdue",
                "confirm-receiver",
                "confirming-overdue",
                "arrange",
                "arranging-overdue");
        each("select '" + supervision + "'", 1, "meet", "meet-overdue");
        each(of("counselling_session", "sitting_id", counselled), FEW, "record", "record-overdue");
        each(
                "select plan_id::text from alongside.care_plan where case_id = '" + forgotten + "'",
                1,
                "review",
                "review-overdue");
        open.addAll(goingBack);
        open.addAll(counselled);
        String asks = of("measure_ask", "measure_ask_id", open);
        each(asks, product.sql().count("select count(*) from (" + asks + ") x"), "put-to-her");
        for (String caseId : reviewed) {
            assertThat(product.sql()
                            .count(
                                    "select count(*) from alongside.plan_review where plan_id in (select plan_id from alongside.care_plan where case_id = ?::uuid)",
                                    caseId))
                    .as("reviewed all the year")
                    .isGreaterThan(3);
            assertThat(product.sql()
                            .count("select count(*) from alongside.measure_ask where case_id = ?::uuid", caseId))
                    .as("asked at entry and each quarter")
                    .isBetween(4L, 5L);
            assertThat(product.sql().count("""
                            select count(*) from (select a.asked_at - lag(a.asked_at) over (order by a.asked_at) since
                                                    from alongside.measure_ask a where a.case_id = ?::uuid) x where x.since < interval '91 days'
                            """, caseId))
                    .as("never sooner than a quarter after")
                    .isZero();
        }
        assertThat(product.sql().count("select count(*) from alongside.measure_ask where case_id = ?::uuid", forgotten))
                .as("nobody said so: asked once")
                .isEqualTo(1);
        assertThat(product.sql().one(TWICE)).isEqualTo("");
        List<String> work = new ArrayList<>();
        for (String person : List.of("mina", "ilse")) {
            for (JsonNode item : product.work(person)) {
                work.add(person + " " + item.at("/task/kind").asText() + " "
                        + item.at("/task/subject").asText());
            }
        }
        Set<String> once = new HashSet<>(work);
        assertThat(work).as("the worklist shows each once").hasSameSizeAs(once);
        String[] ids = product.sql()
                .one("select string_agg(id, ',') from (" + followUps + ") x (id)")
                .toString()
                .split(",");
        for (String each : ids) {
            assertThat(work).contains("mina follow-up.ask-her " + each, "ilse follow-up.asking-overdue " + each);
        }
    }

    private static String of(String table, String id, List<String> cases) {
        return "select %s::text from alongside.%s where case_id in (%s)"
                .formatted(id, table, cases.stream().map(one -> "'" + one + "'").collect(Collectors.joining(",")));
    }

    /** That of each of these subjects everybody was asked exactly once for each of these steps, by the history of the engine. */
    private void each(String subjects, long many, String... steps) {
        for (String step : steps) {
            assertThat(product.sql().one("""
                            select count(*) || ' asked, ' || count(distinct p.business_key_) || ' subjects'
                              from engine.act_hi_actinst a join engine.act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
                             where a.act_type_ = 'userTask' and a.act_id_ = '%s' and p.business_key_ in (%s)
                            """.formatted(step, subjects)))
                    .as(step)
                    .isEqualTo(many + " asked, " + many + " subjects");
        }
    }
}
