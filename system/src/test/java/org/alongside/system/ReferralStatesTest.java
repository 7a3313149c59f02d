package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.POLICE_PROTECTION;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a referral asks of whom in the states that are easily forgotten, and what happens when people are in each other's way. */
class ReferralStatesTest {
    private static final int AT_ONCE = 16;

    private final Product product = Product.get();

    @Test
    void what_was_sent_back_waits_for_the_caseworker_who_changes_it_or_lets_it_be() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(POLICE, "IDENTITY");
        String first = survivor.isReferredTo(POLICE_PROTECTION, "URGENT", "IDENTITY");
        must(204, act("ilse", first, "return", Map.of("reason", "Leave out the number")));
        assertThat(tasks("mina", first)).containsExactly("referral.change");
        must(204, act("mina", first, "revocation", Map.of("reason", "NOT_NEEDED_ANY_MORE")));
        assertThat(tasks("mina", first)).isEmpty();

        String second = survivor.isReferredTo(POLICE_PROTECTION, "URGENT", "IDENTITY");
        must(204, act("ilse", second, "return", Map.of("reason", "Leave out the number")));
        must(204, act("mina", second, "survivor-decline", null));

        String third = survivor.isReferredTo(POLICE_PROTECTION, "URGENT", "IDENTITY");
        must(204, act("ilse", third, "return", Map.of("reason", "Leave out the number")));
        must(204, act("mina", third, "resubmission", asked(POLICE_PROTECTION)));
        assertThat(tasks("mina", third)).isEmpty();
        assertThat(tasks("ilse", third)).containsExactly("referral.approve");
    }

    @Test
    void what_was_sent_back_ends_with_the_consent_under_it() {
        Survivor survivor = Survivor.adult(product, "mina");
        String consent = survivor.agreesToShareWith(POLICE, "IDENTITY");
        String referral = survivor.isReferredTo(POLICE_PROTECTION, "URGENT", "IDENTITY");
        must(204, act("ilse", referral, "return", Map.of("reason", "Leave out the number")));
        must(204, product.http("mina").post("/api/v1/consents/" + consent + "/withdrawal", null));
        assertThat(status("mina", referral)).isEqualTo("REVOKED");
        assertThat(tasks("mina", referral)).isEmpty();
    }

    @Test
    void an_emergency_that_was_called_back_is_still_looked_at_once() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(WILLOW, "IDENTITY");
        String emergency = survivor.isReferredTo(WILLOW_SAFE_HOUSE, "EMERGENCY", "IDENTITY");
        must(204, act("mina", emergency, "revocation", Map.of("reason", "MISTAKE")));
        assertThat(read("ilse", emergency).get("reviewOpen").asBoolean()).isTrue();
        assertThat(tasks("ilse", emergency)).containsExactly("referral.review-stopped");
        must(204, act("ilse", emergency, "review", null));
        assertThat(tasks("ilse", emergency)).isEmpty();
        assertThat(refused(409, act("ilse", emergency, "review", null))).isEqualTo("nothing-to-review");
        String routine = survivor.isReferredTo(WILLOW_SAFE_HOUSE, "ROUTINE", "IDENTITY");
        assertThat(refused(409, act("ilse", routine, "review", null))).isEqualTo("nothing-to-review");
    }

    @Test
    void nobody_but_a_supervisor_gives_a_colleague_a_file_that_they_do_not_see_themselves() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(CEDAR, "IDENTITY");
        String referral = survivor.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        String elif = "00000000-0000-4000-8000-000000000011";
        assertThat(refused(403, act("noor", referral, "acceptance", Map.of("assignee", elif))))
                .isEqualTo("only-a-supervisor-assigns");
        assertThat(status("noor", referral)).isEqualTo("SENT");
        must(200, act("elif", referral, "acceptance", Map.of("assignee", elif)));
        assertThat(survivor.fileFor("elif").status()).isEqualTo(200);
    }

    @Test
    void a_suspended_shelter_accepts_nobody_and_one_whose_sharing_agreement_ran_out_still_does() {
        String lantern = "00000000-0000-4000-9000-000000000004";
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(lantern, "IDENTITY");
        String referral = survivor.isReferredTo("00000000-0000-4000-b000-000000000002", "URGENT", "IDENTITY");
        String partner = "update alongside.organisation set %s where organisation_id = '" + lantern + "'";
        try {
            product.sql().run(partner.formatted("suspended_at = '2020-01-01'"));
            assertThat(refused(403, act("luis", referral, "acceptance", Map.of())))
                    .isEqualTo("organisation-suspended");
            product.sql().run(partner.formatted("suspended_at = null, agreement_until = '2020-01-01'"));
            must(200, act("luis", referral, "acceptance", Map.of()));
        } finally {
            product.sql().run(partner.formatted("suspended_at = null, agreement_until = '2031-12-31'"));
        }
    }

    @Test
    void of_sixteen_who_ask_for_the_same_at_once_one_is_heard_and_the_others_learn_that_it_was_asked()
            throws Exception {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(CEDAR, "IDENTITY");
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        Callable<Reply> ask = () -> {
            together.await();
            return survivor.refer(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        };
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        List<Reply> replies = new ArrayList<>();
        try {
            for (Future<Reply> reply : people.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(person -> ask).toList())) {
                replies.add(reply.get());
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 201))
                .allSatisfy(reply -> assertThat(refused(409, reply)).isEqualTo("already-asked"));
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + survivor.caseId() + "/referrals")
                        .json())
                .hasSize(1);
    }

    @Test
    void what_was_asked_for_in_its_time_is_accepted_also_when_the_service_is_offered_no_more() {
        String service = must(
                        201,
                        product.http("petra")
                                .post(
                                        "/api/v1/own/services",
                                        Map.of(
                                                "type", "FOOD",
                                                "name", "Meals for a while",
                                                "region", "HARBOUR",
                                                "capacity", "FEW",
                                                "remote", false,
                                                "forChildren", false)))
                .json()
                .get("id")
                .asText();
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = survivor.isReferredTo(service, "ROUTINE", "IDENTITY");
        must(204, product.http("petra").post("/api/v1/own/services/" + service + "/withdrawal", null));

        must(200, act("petra", referral, "acceptance", Map.of()));
        assertThat(survivor.fileFor("petra").status()).isEqualTo(200);
        assertThat(refused(422, survivor.refer(service, "ROUTINE", "IDENTITY"))).isEqualTo("unknown-service");
    }

    @Test
    void when_her_agreement_ends_both_are_told_and_a_newer_one_opens_what_she_agreed_to_this_time() {
        Survivor survivor = Survivor.adult(product, "mina");
        Instant ends = product.now().plus(Duration.ofMinutes(30));
        survivor.agreesToShareWith(CEDAR, ends, "IDENTITY", "CONTACT_LOCATION");
        String referral = survivor.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY", "CONTACT_LOCATION");
        must(200, act("noor", referral, "acceptance", Map.of()));
        assertThat(survivor.fileFor("noor").json().hasNonNull("contact")).isTrue();
        product.forward(Duration.ofHours(2));
        assertThat(survivor.fileFor("noor").status()).isEqualTo(404);

        assertThat(tasks("noor", referral)).as("she learns why").containsExactly("referral.first-contact");
        // the clock that was moved brings work of others meanwhile
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(must(200, product.http("noor").get("/api/v1/me/waiting"))
                                .json()
                                .get("work")
                                .asInt())
                        .as("what the frame counts is what My work shows")
                        .isEqualTo(must(200, product.http("noor").get("/api/v1/tasks"))
                                .json()
                                .size()));
        assertThat(tasks("elif", referral)).as("a colleague never knew").isEmpty();
        assertThat(refused(403, act("noor", referral, "first-contact", null))).isEqualTo("access-ended");
        await().atMost(Duration.ofSeconds(90)).until(() -> tasks("mina", referral), List.of("referral.renew")::equals);
        assertThat(read("mina", referral).get("renewalOpen").asBoolean()).isTrue();
        assertThat(refused(403, act("mina", referral, "renewal", null))).isEqualTo("no-newer-consent");

        survivor.agreesToShareWith(CEDAR, "IDENTITY");
        must(204, act("mina", referral, "renewal", null));
        assertThat(tasks("mina", referral)).isEmpty();
        JsonNode file = must(200, survivor.fileFor("noor")).json();
        assertThat(file.at("/who/preferredName").asText()).isEqualTo(survivor.name());
        assertThat(file.hasNonNull("contact")).as("not agreed this time").isFalse();
        assertThat(survivor.fileFor("elif").status()).isEqualTo(404);
        must(204, act("noor", referral, "first-contact", null));
    }

    @Test
    void the_audit_of_a_case_begins_with_its_opening() {
        Survivor survivor = Survivor.adult(product, "mina");
        assertThat(product.sql()
                        .one(
                                "select action from alongside.audit_event where chain_id = ?::uuid and case_id = chain_id and seq = 1",
                                survivor.caseId()))
                .isEqualTo("OPEN_CASE");
    }

    private static Map<String, Object> asked(String service) {
        return Map.of("service", service, "urgency", "URGENT", "categories", List.of("IDENTITY"));
    }

    private Reply act(String person, String referral, String act, Object body) {
        return product.http(person).post("/api/v1/referrals/" + referral + "/" + act, body);
    }

    private JsonNode read(String person, String referral) {
        return must(200, product.http(person).get("/api/v1/referrals/" + referral))
                .json();
    }

    private String status(String person, String referral) {
        return read(person, referral).at("/card/status").asText();
    }

    private List<String> tasks(String person, String referral) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode item : product.work(person)) {
            if (item.at("/task/subject").asText().equals(referral)) {
                kinds.add(item.at("/task/kind").asText());
            }
        }
        return kinds;
    }

    private static String refused(int status, Reply reply) {
        JsonNode problem = must(status, reply).json();
        return problem.at("/errors/0/code").asText(problem.get("type").asText().replace("/problems/", ""));
    }
}
