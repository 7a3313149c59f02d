package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who finds whom by a name, and which cases a list shows, over the API of the running product. */
class FindTest {
    private static final String HARBOUR = "00000000-0000-4000-9000-000000000001";

    private final Product product = Product.get();

    /** A word of letters that stands in no other name. */
    private final String unique =
            UUID.randomUUID().toString().replaceAll("[^a-f]", "").replace('a', 'o') + "zinu"
                    + Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()), 26)
                            .replaceAll("[0-9]", "u");

    @Test
    void she_is_found_in_the_moment_her_file_is_opened_by_all_her_names_and_in_another_script() {
        String maya = open(unique, "Fatima", "Al-Zohrabi");
        for (String words :
                List.of(unique, unique.toUpperCase(Locale.ROOT), "فاطمة " + unique, "alzohrabi " + unique)) {
            assertThat(found("mina", words)).as(words).containsExactly(maya);
        }
        assertThat(found("mina", unique + " Miriam")).isEmpty();
    }

    @Test
    void who_may_not_open_her_file_finds_nobody() {
        String maya = open(unique, "Fatima", "Zohrabi");
        assertThat(found("ilse", unique)).as("her supervisor").containsExactly(maya);
        for (String other : List.of("jonas", "tomas", "farah", "sana", "noor", "daniel", "elif")) {
            assertThat(found(other, unique)).as(other).isEmpty();
        }
        assertThat(product.http("kim")
                        .post("/api/v1/name-searches", Map.of("words", unique))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_shelter_finds_her_by_the_name_she_uses_while_she_agrees_and_no_longer() {
        String maya = open(unique, "Fatima", "Zohrabi");
        Survivor survivor = Survivor.again(product, "mina", maya);
        String consent = survivor.agreesToShareWith(WILLOW, "IDENTITY", "SAFETY_RISK");
        String referral = survivor.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY", "SAFETY_RISK");
        assertThat(found("sana", unique)).as("before it accepts").isEmpty();
        must(200, product.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        assertThat(found("sana", unique)).containsExactly(maya);
        assertThat(found("sana", unique + " Zohrabi")).as("by her legal name").isEmpty();
        must(204, product.http("mina").post("/api/v1/consents/" + consent + "/withdrawal", null));
        assertThat(found("sana", unique)).as("withdrawn").isEmpty();
    }

    @Test
    void a_changed_name_is_found_and_the_one_before_is_not() {
        String maya = open(unique + "before", null, null);
        String version =
                product.http("mina").get("/api/v1/cases/" + maya + "/name").header("ETag");
        must(
                204,
                product.http("mina")
                        .put(
                                "/api/v1/cases/" + maya + "/name",
                                Map.of("preferred", unique + "after"),
                                "If-Match",
                                version));
        assertThat(found("mina", unique + "before")).isEmpty();
        assertThat(found("mina", unique + "after")).containsExactly(maya);
    }

    @Test
    void those_spelt_so_stand_before_those_that_sound_alike_and_pages_go_on() {
        String spelt = open("Sasha " + unique, null, null);
        String alike = open("Sosha " + unique, null, null);
        String third = open("Soosha " + unique, null, null);
        JsonNode first = search("mina", Map.of("words", "Sasha " + unique), 2);
        assertThat(first.at("/items/0/found/id").asText()).isEqualTo(spelt);
        assertThat(first.at("/items/0/alike").asBoolean()).isFalse();
        assertThat(first.at("/items/0/preferredName").asText()).isEqualTo("Sasha " + unique);
        assertThat(first.at("/items/1/alike").asBoolean()).isTrue();
        JsonNode second = search(
                "mina",
                Map.of("words", "Sasha " + unique, "cursor", first.get("next").asText()),
                2);
        List<String> rest =
                new ArrayList<>(List.of(first.at("/items/1/found/id").asText()));
        second.get("items").forEach(one -> rest.add(one.at("/found/id").asText()));
        assertThat(rest).containsExactlyInAnyOrder(alike, third);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void that_somebody_looked_is_audited_and_the_words_are_kept_nowhere() {
        long before = looked();
        found("mina", unique);
        assertThat(looked()).isEqualTo(before + 1);
        assertThat(product.sql()
                        .count("select count(*) from alongside.audit_event e where e::text ilike '%" + unique + "%'"))
                .isZero();
        assertThat(product.sql()
                        .count("select count(*) from alongside.name_word w where w::text ilike '%" + unique + "%'"))
                .isZero();
        assertThat(product.log()).doesNotContain(unique);
    }

    @Test
    void made_anew_everything_is_found_as_before() {
        String maya = open(unique, "Fatima", "Zohrabi");
        product.sql().run("delete from alongside.name_word where case_id = '" + maya + "'");
        assertThat(found("mina", unique)).isEmpty();
        Reply made = must(200, product.http("kim").post("/api/v1/name-index/rebuild", null));
        assertThat(made.json().get("cases").asLong())
                .isEqualTo(product.sql().count("select count(*) from alongside.identity"));
        assertThat(found("mina", "zohrabi " + unique)).containsExactly(maya);
    }

    @Test
    void what_is_no_name_is_told_and_looks_for_nobody() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("words", "- ' …"),
                Map.of("words", "a b c d e f g h i"),
                Map.of("words", " "),
                Map.of("words", "x".repeat(81)),
                Map.of())) {
            Reply reply = product.http("mina").post("/api/v1/name-searches", wrong);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
            assertThat(reply.text()).contains("words");
        }
    }

    @Test
    void a_list_shows_what_fits_each_part_of_a_choice() {
        String maya = open(unique, null, null);
        Survivor survivor = Survivor.again(product, "mina", maya);
        survivor.agreesToShareWith(WILLOW, "IDENTITY");
        survivor.isReferredTo(WILLOW_SAFE_HOUSE, "ROUTINE", "IDENTITY");
        for (String fits : List.of(
                "statuses=ACTIVE",
                "risks=HIGH&risks=LOW",
                "lead=" + HARBOUR,
                "service=SHELTER",
                "next=SEVEN_DAYS",
                "statuses=ACTIVE&risks=HIGH&lead=" + HARBOUR + "&service=SHELTER&next=THIRTY_DAYS")) {
            assertThat(listed("mina", fits)).as(fits).contains(maya);
        }
        for (String not : List.of(
                "statuses=CLOSED", "risks=LOW", "lead=" + WILLOW, "service=FOOD", "next=LATER", "next=OVERDUE")) {
            assertThat(listed("mina", not)).as(not).doesNotContain(maya);
        }
        assertThat(listed("jonas", "statuses=ACTIVE")).doesNotContain(maya);
        for (String wrong : List.of(
                "statuses=NONE", "risks=x", "lead=x", "next=SOON", "service=x", "lead=" + ApiOperation.NOBODYS)) {
            assertThat(product.http("mina").get("/api/v1/cases?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void a_kept_choice_is_kept_once_and_for_its_author() {
        Map<String, Object> choice = Map.of("statuses", List.of("ON_HOLD", "ACTIVE"), "lead", HARBOUR, "next", "LATER");
        String first = Survivor.id(must(201, product.http("jonas").post("/api/v1/saved-filters", choice)));
        assertThat(Survivor.id(must(201, product.http("jonas").post("/api/v1/saved-filters", choice))))
                .isEqualTo(first);
        assertThat(product.http("jonas").get("/api/v1/saved-filters").text()).contains(first, "LATER");
        assertThat(product.http("mina").get("/api/v1/saved-filters").text()).doesNotContain(first);
        must(204, product.http("mina").send("DELETE", "/api/v1/saved-filters/" + first, null));
        assertThat(product.http("jonas").get("/api/v1/saved-filters").text()).contains(first);
        must(204, product.http("jonas").send("DELETE", "/api/v1/saved-filters/" + first, null));
        assertThat(product.http("jonas").get("/api/v1/saved-filters").text()).doesNotContain(first);
        assertThat(product.http("jonas").post("/api/v1/saved-filters", Map.of()).status())
                .as("a choice of all")
                .isEqualTo(422);
    }

    private long looked() {
        return product.sql()
                .count(
                        "select count(*) from alongside.audit_event where action = 'FIND_BY_NAME' and case_id is null and outcome = 'PERMITTED'");
    }

    private String open(String preferred, String given, String family) {
        Map<String, Object> intake = Survivor.intake(preferred, 27);
        Map<String, Object> name = new HashMap<>(Map.of("preferred", preferred));
        if (given != null) {
            name.put("given", given);
            name.put("family", family);
        }
        intake.put("name", name);
        return Survivor.id(must(201, product.http("mina").post("/api/v1/cases", intake)));
    }

    private List<String> found(String person, String words) {
        List<String> found = new ArrayList<>();
        search(person, Map.of("words", words), 20)
                .get("items")
                .forEach(one -> found.add(one.at("/found/id").asText()));
        return found;
    }

    private JsonNode search(String person, Map<String, Object> search, int limit) {
        return must(200, product.http(person).post("/api/v1/name-searches?limit=" + limit, search))
                .json();
    }

    /** Every case of a choice, page by page. */
    private List<String> listed(String person, String choice) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = must(200, product.http(person).get("/api/v1/cases?limit=100&" + choice + next))
                    .json();
            page.get("items").forEach(one -> ids.add(one.get("id").asText()));
            next = page.has("next") ? "&cursor=" + page.get("next").asText() : null;
        } while (next != null);
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }
}
