package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is sent twice is done once, what changed meanwhile is not overwritten, and lists are read whole. */
class ApiVersionsTest {

    private final Product product = Product.get();
    private final Http mina = product.http("mina");

    @Test
    void a_case_sent_twice_with_the_same_key_is_opened_once() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> intake = new TreeMap<>(Survivor.intake("Twice" + key.substring(0, 8), 27));

        Reply first = mina.post("/api/v1/cases", intake, "Idempotency-Key", key);
        Reply second = mina.post("/api/v1/cases", intake, "Idempotency-Key", key);
        intake.put("wish", "something else");
        Reply other = mina.post("/api/v1/cases", intake, "Idempotency-Key", key);
        Reply colleague = product.http("jonas").post("/api/v1/cases", intake, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .endsWith(Survivor.id(first));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("type").asText()).isEqualTo("/problems/key-reused");
        assertThat(colleague.status()).as("a key is its sender's own").isEqualTo(201);
        assertThat(Survivor.id(colleague)).isNotEqualTo(Survivor.id(first));
    }

    @Test
    void two_at_once_with_the_same_key_make_one() throws Exception {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(Survivor.WILLOW, "IDENTITY");
        Map<String, Object> referral =
                Map.of("service", Survivor.WILLOW_SAFE_HOUSE, "urgency", "URGENT", "categories", List.of("IDENTITY"));
        String key = UUID.randomUUID().toString();

        List<Reply> replies = atOnce(
                8,
                () -> mina.post("/api/v1/cases/" + survivor.caseId() + "/referrals", referral, "Idempotency-Key", key));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies).extracting(Survivor::id).containsOnly(Survivor.id(replies.get(0)));
        assertThat(mina.get("/api/v1/cases/" + survivor.caseId() + "/referrals").json())
                .hasSize(1);
    }

    @Test
    void a_consent_and_a_contact_are_repeatable_too() {
        Survivor survivor = Survivor.adult(product, "mina");
        Map<String, Object> consent = Map.of(
                "recipient",
                Survivor.WILLOW,
                "purpose",
                "SHARE_REFERRAL",
                "categories",
                List.of("IDENTITY"),
                "giver",
                "SELF",
                "medium",
                "WRITTEN",
                "language",
                "prs",
                "interpreter",
                "WOMAN",
                "explained",
                true);
        Map<String, Object> contact = Map.of("inDanger", false, "language", "eng");
        String key = UUID.randomUUID().toString();
        String consents = "/api/v1/cases/" + survivor.caseId() + "/consents";

        assertThat(Survivor.id(mina.post(consents, consent, "Idempotency-Key", key)))
                .isEqualTo(Survivor.id(mina.post(consents, consent, "Idempotency-Key", key)));
        assertThat(mina.get(consents).json()).hasSize(1);
        assertThat(mina.post("/api/v1/contacts", contact, "Idempotency-Key", key)
                        .status())
                .as("the key was used for a consent")
                .isEqualTo(409);
        assertThat(Survivor.id(mina.post("/api/v1/contacts", contact, "Idempotency-Key", key + "c")))
                .isEqualTo(Survivor.id(mina.post("/api/v1/contacts", contact, "Idempotency-Key", key + "c")));
    }

    @Test
    void a_key_that_is_none_is_refused_at_its_header() {
        Reply reply =
                mina.post("/api/v1/contacts", Map.of("inDanger", false, "language", "eng"), "Idempotency-Key", "short");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/header").asText()).isEqualTo("Idempotency-Key");
    }

    @Test
    void a_stale_name_is_told_what_changed() {
        String name = "/api/v1/cases/" + Survivor.adult(product, "mina").caseId() + "/name";
        Reply read = mina.get(name);
        ObjectNode body = (ObjectNode) read.json();

        assertThat(mina.put(name, body).status()).as("based on nothing").isEqualTo(428);
        for (String tag : List.of("*", "3", "W/\"0\"", "\"0\", \"1\"", "\"x\"", "\"-1\"")) {
            assertThat(mina.put(name, body, "If-Match", tag).status()).as(tag).isEqualTo(400);
        }
        body.put("family", "Changed");
        assertThat(mina.put(name, body, "If-Match", read.header("ETag")).status())
                .isEqualTo(204);
        body.put("given", "Late");
        Reply stale = mina.put(name, body, "If-Match", read.header("ETag"));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/errors/0/code").asText()).isEqualTo("changed-fields");
        assertThat(stale.json().at("/errors/0/values").toString()).isEqualTo("[\"family\"]");
        Reply now = mina.get(name);
        assertThat(now.header("ETag")).isNotEqualTo(read.header("ETag"));
        assertThat(now.json().get("family").asText()).isEqualTo("Changed");
        assertThat(now.json().get("given").asText()).isNotEqualTo("Late");
    }

    @Test
    void of_many_who_change_at_once_one_wins_and_the_others_hear_it() throws Exception {
        String path = "/api/v1/cases/" + Survivor.adult(product, "mina").caseId();
        for (String part : List.of("/name", "/contact")) {
            Reply read = mina.get(path + part);
            List<Reply> replies = atOnce(6, () -> mina.put(path + part, read.json(), "If-Match", read.header("ETag")));

            assertThat(replies.stream().filter(reply -> reply.status() == 204))
                    .as(part)
                    .hasSize(1);
            assertThat(replies.stream().filter(reply -> reply.status() == 412))
                    .as(part)
                    .hasSize(5);
        }
    }

    @Test
    void nobody_decides_on_a_referral_that_changed_since_they_read_it() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(Survivor.WILLOW, "IDENTITY");
        String referral =
                "/api/v1/referrals/" + survivor.isReferredTo(Survivor.WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        Http sana = product.http("sana");
        String read = sana.get(referral).header("ETag");
        sana.post(referral + "/question", Map.of("question", "MOBILITY"));

        Reply stale = sana.post(referral + "/acceptance", Map.of(), "If-Match", read);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(survivor.fileFor("sana").status()).isEqualTo(404);

        String now = sana.get(referral).header("ETag");
        assertThat(sana.post(referral + "/acceptance", Map.of(), "If-Match", now)
                        .status())
                .isEqualTo(200);
        assertThat(sana.get(referral).header("ETag")).isNotEqualTo(now);
    }

    @Test
    void of_two_who_answer_at_once_one_is_too_late() throws Exception {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(Survivor.WILLOW, "IDENTITY");
        String referral =
                "/api/v1/referrals/" + survivor.isReferredTo(Survivor.WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");

        List<Reply> replies = atOnce(6, () -> product.http("sana").post(referral + "/acceptance", Map.of()));

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .extracting(Reply::status)
                .allMatch(status -> status == 409 || status == 412);
    }

    @Test
    void a_draft_is_not_overwritten_by_an_older_one() {
        String draft = "/api/v1/drafts/" + Survivor.id(mina.post("/api/v1/drafts", Map.of("kind", "intake")));
        String read = mina.get(draft).header("ETag");
        Object answers = Map.of("answers", Map.of("a", "b"));

        assertThat(mina.put(draft, answers, "If-Match", read).status()).isEqualTo(200);
        assertThat(mina.put(draft, answers, "If-Match", read).status()).isEqualTo(412);
        assertThat(mina.put(draft, answers).status()).isEqualTo(200);
    }

    @Test
    void the_list_of_cases_is_read_page_by_page_without_gaps_or_repeats() {
        Http jonas = product.http("jonas");
        for (int i = 0; i < 23; i++) {
            Survivor.must(201, jonas.post("/api/v1/cases", Survivor.intake("Page" + i, 27)));
        }
        List<String> whole = ids(pages(jonas, "/api/v1/cases", 100));
        for (int size : List.of(1, 7, 10, 23)) {
            List<String> read = ids(pages(jonas, "/api/v1/cases", size));
            assertThat(read).as("pages of " + size).isEqualTo(whole).doesNotHaveDuplicates();
        }
        assertThat(whole).hasSizeGreaterThanOrEqualTo(23);
    }

    @Test
    void a_case_that_is_opened_meanwhile_moves_no_other_from_page_to_page() {
        Http tomas = product.http("tomas");
        for (int i = 0; i < 6; i++) {
            Survivor.must(201, tomas.post("/api/v1/cases", Survivor.intake("Meanwhile" + i, 27)));
        }
        Set<String> before = new HashSet<>(ids(pages(tomas, "/api/v1/cases", 100)));
        JsonNode first = tomas.get("/api/v1/cases?limit=3").json();
        Survivor.must(201, tomas.post("/api/v1/cases", Survivor.intake("Newcomer", 27)));

        List<String> read = new ArrayList<>(ids(List.of(first)));
        read.addAll(ids(pagesFrom(tomas, "/api/v1/cases", 3, first.get("next").asText())));

        assertThat(read).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void incoming_cards_are_read_page_by_page_without_gaps_or_repeats() {
        for (int i = 0; i < 7; i++) {
            Survivor survivor = Survivor.adult(product, "mina");
            survivor.agreesToShareWith(Survivor.OPEN_DOOR, "IDENTITY");
            survivor.isReferredTo(Survivor.OPEN_DOOR_ADVICE, "ROUTINE", "IDENTITY");
        }
        Http daniel = product.http("daniel");
        List<String> whole = ids(pages(daniel, "/api/v1/incoming", 100));

        assertThat(whole).hasSizeGreaterThanOrEqualTo(7);
        assertThat(ids(pages(daniel, "/api/v1/incoming", 2))).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @Test
    void what_is_another_s_answers_as_what_is_not_there() {
        Survivor survivor = Survivor.adult(product, "mina");
        String consent = survivor.agreesToShareWith(Survivor.WILLOW, "IDENTITY");
        String referral = survivor.isReferredTo(Survivor.WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        String draft = Survivor.id(mina.post("/api/v1/drafts", Map.of("kind", "intake")));
        Http tomas = product.http("tomas");
        for (String path : List.of(
                "/cases/" + survivor.caseId(),
                "/cases/" + survivor.caseId() + "/name",
                "/cases/" + survivor.caseId() + "/consents",
                "/cases/" + survivor.caseId() + "/journey",
                "/cases/" + survivor.caseId() + "/diagram",
                "/referrals/" + referral,
                "/referrals/" + referral + "/process",
                "/drafts/" + draft)) {
            String missing = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", ApiOperation.NOBODYS);
            assertSame(tomas.get("/api/v1" + path), tomas.get("/api/v1" + missing), path);
        }
        assertSame(
                tomas.post("/api/v1/consents/" + consent + "/withdrawal", null),
                tomas.post("/api/v1/consents/" + ApiOperation.NOBODYS + "/withdrawal", null),
                "withdrawal");
    }

    private static void assertSame(Reply others, Reply missing, String path) {
        assertThat(others.status()).as(path).isEqualTo(404);
        assertThat(others.status()).as(path).isEqualTo(missing.status());
        assertThat(others.text()).as(path).isEqualTo(missing.text());
        assertThat(withoutDate(others)).as(path).isEqualTo(withoutDate(missing));
    }

    private static Map<String, List<String>> withoutDate(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.remove("date");
        return headers;
    }

    private static List<JsonNode> pages(Http client, String path, int size) {
        return pagesFrom(client, path, size, null);
    }

    private static List<JsonNode> pagesFrom(Http client, String path, int size, String cursor) {
        List<JsonNode> pages = new ArrayList<>();
        String next = cursor;
        do {
            Reply page = client.get(path + "?limit=" + size + (next == null ? "" : "&cursor=" + next));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.json().get("items").size()).isLessThanOrEqualTo(size);
            pages.add(page.json());
            next = page.json().path("next").asText(null);
        } while (next != null);
        return pages;
    }

    private static List<String> ids(List<JsonNode> pages) {
        List<String> ids = new ArrayList<>();
        pages.forEach(
                page -> page.get("items").forEach(item -> ids.add(item.get("id").asText())));
        return ids;
    }

    private static List<Reply> atOnce(int many, Callable<Reply> call) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(many);
        try {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : people.invokeAll(java.util.Collections.nCopies(many, call))) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            people.shutdownNow();
        }
    }
}
