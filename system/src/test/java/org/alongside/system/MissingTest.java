package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who is missing as programs tell it: one episode whoever says so, what the police may know, and nobody who could guess a house. */
class MissingTest {
    private static final String MISSING = "/api/v1/missing/";
    private static final String HARBOUR_LIGHT = "00000000-0000-4000-9000-000000000001";

    private final Product product = Product.get();

    @Test
    void the_house_and_who_leads_say_it_in_the_same_second_and_there_is_one() throws Exception {
        House house = House.of(product, 1);
        Survivor maya = House.sheltered(product);
        String placement = house.livesIn(maya, 0);
        List<Callable<Reply>> both = List.of(
                () -> product.http("sana").post("/api/v1/placements/" + placement + "/missing", null),
                () -> product.http("mina").post(list(maya), Map.of()));
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            for (Future<Reply> one : people.invokeAll(both)) {
                assertThat(one.get().status()).isIn(201, 204, 412);
            }
        } finally {
            people.shutdownNow();
        }
        must(201, product.http("mina").post(list(maya), Map.of()));
        assertThat(product.sql()
                        .one("select count(*) from alongside.missing_episode where case_id = ?::uuid", maya.caseId()))
                .isEqualTo(1L);
        assertThat(product.sql()
                        .one(
                                "select count(*) from alongside.safety_alert where case_id = ?::uuid and type = 'MISSING_ADULT'",
                                maya.caseId()))
                .isEqualTo(1L);
        for (String person : List.of("mina", "ilse", "sana", "petra")) {
            JsonNode seen = must(200, product.http(person).get(list(maya))).json();
            assertThat(seen).as(person).hasSize(1);
            assertThat(seen.at("/0/may/find").asBoolean()).as(person).isTrue();
        }
    }

    @Test
    void she_is_back_at_the_bed_and_so_found_for_who_leads_and_the_alert_ends() {
        House house = House.of(product, 1);
        Survivor maya = House.sheltered(product);
        String placement = house.livesIn(maya, 0);
        house.act("sana", placement, "missing", null);
        String missing = newest(maya);
        assertThat(asked(missing))
                .contains("search " + HARBOUR_LIGHT + "/CW", "search " + WILLOW + "/SHS", "search " + WILLOW + "/SHM");
        house.act("sana", placement, "return", null);
        JsonNode found = must(200, product.http("mina").get(MISSING + missing)).json();
        assertThat(found.get("status").asText()).isEqualTo("LOCATED");
        assertThat(product.sql()
                        .one(
                                "select ended_at is not null from alongside.safety_alert where case_id = ?::uuid",
                                maya.caseId()))
                .isEqualTo(true);
        must(204, product.http("sana").post(MISSING + missing + "/talk", Map.of("words", "She was at the sea")));
        assertThat(must(200, product.http("mina").get(MISSING + missing)).text())
                .contains("She was at the sea");
        assertThat(must(200, product.http("petra").get(MISSING + missing)).text())
                .doesNotContain("She was at the sea");
        assertThat(asked(missing)).isEqualTo("null");
        assertThat(product.sql()
                        .one(
                                "select count(*) from engine.act_hi_varinst v join engine.act_hi_procinst p on p.id_ = v.proc_inst_id_"
                                        + " where p.business_key_ = ?",
                                missing))
                .isEqualTo(0L);
    }

    @Test
    void of_an_adult_the_police_are_told_with_her_release_and_before_it_the_page_holds_nothing_of_her() {
        Survivor maya = Survivor.adult(product, "mina");
        String missing = maya.isMissing("mina");
        Reply closed = must(200, product.http("mina").get(MISSING + missing + "/police-report"));
        assertThat(closed.text()).doesNotContain(maya.name());
        assertThat(must(
                                403,
                                product.http("mina")
                                        .post(MISSING + missing + "/police-report", Map.of("reference", "2026/9")))
                        .text())
                .contains("police-need-her-word");
        maya.agreesToShareWith(POLICE, "IDENTITY");
        String least = must(200, product.http("mina").get(MISSING + missing + "/police-report"))
                .text();
        assertThat(least).contains(maya.name() + "given").contains("Harbour Light");
        assertThat(least)
                .as("no story, no telephone, no cover story")
                .doesNotContain(maya.name() + "story")
                .doesNotContain("5550199")
                .doesNotContain("cover");
        must(204, product.http("mina").post(MISSING + missing + "/police-report", Map.of("reference", "2026/9")));
        assertThat(must(200, product.http("mina").get(MISSING + missing))
                        .json()
                        .at("/report/basis")
                        .asText())
                .isEqualTo("CONSENT");
    }

    @Test
    void police_prosecution_and_lawyer_get_the_same_answer_as_for_what_is_not_there() {
        House house = House.of(product, 1);
        Survivor maya = House.sheltered(product);
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY", "SAFETY_RISK");
        maya.agreesToShareWith(POLICE, "IDENTITY", "SAFETY_RISK");
        house.act("sana", house.livesIn(maya, 0), "missing", null);
        String missing = newest(maya);
        String nothing = "00000000-0000-4000-8000-00000000dead";
        for (String person : List.of("daniel", "leo", "amina")) {
            for (String path : List.of("", "/diagram", "/police-report")) {
                Reply there = product.http(person).get(MISSING + missing + path);
                Reply notThere = product.http(person).get(MISSING + nothing + path);
                assertThat(there.status()).as(person + path).isEqualTo(notThere.status());
                assertThat(there.text().replace(missing, ""))
                        .as(person + path)
                        .isEqualTo(notThere.text().replace(nothing, ""));
            }
            assertThat(product.http(person).get(list(maya)).status()).as(person).isIn(403, 404);
        }
        String journey = must(200, product.http("daniel").get("/api/v1/cases/" + maya.caseId() + "/journey"))
                .text();
        assertThat(journey).doesNotContain("missing-began").doesNotContain(missing);
        assertThat(must(200, product.http("mina").get("/api/v1/cases/" + maya.caseId() + "/journey"))
                        .text())
                .contains("missing-began")
                .contains(missing);
        String counts =
                must(200, product.http("amina").get("/api/v1/missing-counts")).text();
        assertThat(counts).contains("people").doesNotContain(house.codeName()).doesNotContain(maya.code());
    }

    @Test
    void of_a_child_the_clock_asks_the_supervisor_when_the_police_were_not_told_in_the_hour() {
        Survivor girl = Survivor.child(product, "mina");
        String missing = girl.isMissing("ilse");
        assertThat(asked(missing)).contains("report " + HARBOUR_LIGHT + "/CW").doesNotContain("report-overdue");
        product.forward(Duration.ofMinutes(61));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(asked(missing)).contains("report-overdue " + HARBOUR_LIGHT + "/SUP"));
        must(204, product.http("mina").post(MISSING + missing + "/police-report", Map.of("reference", "7/2026")));
        assertThat(asked(missing)).doesNotContain("report");
        assertThat(must(409, product.http("ilse").post(MISSING + missing + "/unresolved", null))
                        .text())
                .contains("not-time-yet");
        String alert = must(200, product.http("mina").get(MISSING + missing))
                .json()
                .get("alert")
                .asText();
        must(204, product.http("mina").post("/api/v1/alerts/" + alert + "/acknowledgement", null));
        assertThat(must(
                                409,
                                product.http("mina")
                                        .post(
                                                "/api/v1/alerts/" + alert + "/settlement",
                                                Map.of("outcome", "NO_DANGER", "words", "x")))
                        .text())
                .contains("still-missing");
    }

    private String newest(Survivor survivor) {
        return must(200, product.http("mina").get(list(survivor)))
                .json()
                .at("/0/id")
                .asText();
    }

    /** Whom the process asks for what, as {@code step organisation/role}; people see it as far as it is theirs. */
    private String asked(String missing) {
        return String.valueOf(product.sql()
                .one(
                        "select string_agg(t.task_def_key_ || ' ' || l.group_id_, ',') from engine.act_ru_task t"
                                + " join engine.act_ru_execution p on p.id_ = t.proc_inst_id_ join engine.act_ru_identitylink l on l.task_id_ = t.id_"
                                + " where p.business_key_ = ?",
                        missing));
    }

    private static String list(Survivor survivor) {
        return "/api/v1/cases/" + survivor.caseId() + "/missing";
    }
}
