package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.alongside.system.Survivor.QUAY;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Handing over the lead by the API: nothing moves before acceptance, and with it everything does. */
class HandoverTest {
    private static final String TOMAS = "00000000-0000-4000-8000-000000000004";
    private static final String QUAY_GROUP = "00000000-0000-4000-b000-000000000008";
    private static final String JONAS = "00000000-0000-4000-8000-000000000002";
    private static final Map<String, Object> TOMAS_LEADS = Map.of("caseworker", TOMAS);

    private final Product product = Product.get();

    @Test
    void the_lead_moves_with_everything_when_the_other_house_accepts_and_not_before() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(CEDAR, "IDENTITY");
        String referral = maya.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        must(204, post("noor", "/api/v1/referrals/" + referral + "/decline", Map.of("reason", "NO_CAPACITY")));
        assertThat(waits("mina", referral)).containsExactly("referral.next-provider");
        assertThat(maya.offerLead(QUAY).text()).contains("not-agreed-to-lead");
        maya.agreesToBeLedBy(QUAY);
        String offer = maya.isOfferedTo(QUAY);
        assertThat(waits("ilse", offer)).containsExactly("handover.approve");
        assertThat(post("mina", act(offer, "approval"), null).status()).isEqualTo(403);
        assertThat(product.http("farah").get("/api/v1/handovers/" + offer).status())
                .as("not let out")
                .isEqualTo(404);
        must(204, post("ilse", act(offer, "approval"), null));

        assertThat(status(maya)).isEqualTo("TRANSFER_PENDING");
        assertThat(waits("farah", offer)).containsExactly("handover.answer");
        Reply card = product.http("farah").get("/api/v1/handovers/" + offer);
        assertThat(card.text())
                .contains("openReferrals")
                .doesNotContain(maya.name())
                .doesNotContain(maya.caseId());
        assertThat(maya.fileFor("farah").status()).isEqualTo(404);
        assertThat(maya.fileFor("tomas").status()).isEqualTo(404);
        assertThat(maya.proposeClosing("GOALS_ACHIEVED").text()).contains("transfer-offered");

        assertThat(must(200, post("farah", act(offer, "acceptance"), TOMAS_LEADS))
                        .text())
                .contains(maya.caseId());
        assertThat(maya.fileFor("mina").status()).as("at once").isEqualTo(404);
        assertThat(maya.fileFor("ilse").status()).isEqualTo(404);
        assertThat(post("mina", act(offer, "withdrawal"), null).status()).isEqualTo(404);
        assertThat(maya.fileFor("tomas").text()).contains(maya.name()).contains("ACTIVE");
        assertThat(waits("mina", referral)).isEmpty();
        assertThat(waits("tomas", referral)).containsExactly("referral.next-provider");
        assertThat(journey("tomas", maya)).contains("lead-agreed", "handover-accepted", "referral-declined");
    }

    @Test
    void her_word_taken_back_ends_the_offer_in_the_same_act() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToBeLedBy(QUAY);
        String offer = maya.isOfferedTo(QUAY);
        must(204, post("ilse", act(offer, "approval"), null));
        String consent = product.http("mina")
                .get("/api/v1/cases/" + maya.caseId() + "/consents")
                .json()
                .get(0)
                .get("id")
                .asText();
        must(204, post("mina", "/api/v1/consents/" + consent + "/withdrawal", null));
        assertThat(status(maya)).isEqualTo("ACTIVE");
        assertThat(waits("farah", offer)).isEmpty();
        assertThat(post("farah", act(offer, "acceptance"), TOMAS_LEADS).text()).contains("handover-decided");
    }

    @Test
    void a_house_that_helped_her_and_leads_now_takes_her_word_back_and_is_asked_what_the_old_one_was() {
        Survivor maya = Survivor.adult(product, "mina");
        String word = maya.agreesToShareWith(QUAY, "IDENTITY");
        String help = maya.isReferredTo(QUAY_GROUP, "ROUTINE", "IDENTITY");
        must(200, post("tomas", "/api/v1/referrals/" + help + "/acceptance", Map.of()));
        String disclosure = id(must(
                201,
                post(
                        "mina",
                        "/api/v1/cases/" + maya.caseId() + "/disclosures",
                        Map.of(
                                "exception",
                                "VITAL_INTEREST",
                                "body",
                                "The hospital",
                                "categories",
                                List.of("IDENTITY"),
                                "words",
                                "Her blood group"))));
        assertThat(waits("ilse", disclosure)).containsExactly("disclosure.agree");
        maya.agreesToBeLedBy(QUAY);
        String offer = maya.isOfferedTo(QUAY);
        must(204, post("ilse", act(offer, "approval"), null));
        must(200, post("farah", act(offer, "acceptance"), TOMAS_LEADS));
        assertThat(waits("ilse", disclosure)).isEmpty();
        assertThat(product.http("ilse").get("/api/v1/disclosures/" + disclosure).status())
                .isEqualTo(404);
        assertThat(waits("farah", disclosure)).containsExactly("disclosure.agree");
        must(204, post("tomas", "/api/v1/consents/" + word + "/withdrawal", null));
        assertThat(product.http("tomas").get("/api/v1/referrals/" + help).text())
                .contains("REVOKED");
    }

    @Test
    void a_decline_comes_back_to_who_leads() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToBeLedBy(QUAY);
        String offer = maya.isOfferedTo(QUAY);
        must(204, post("ilse", act(offer, "approval"), null));
        must(204, post("farah", act(offer, "decline"), Map.of("reason", "NO_CAPACITY")));
        assertThat(status(maya)).isEqualTo("ACTIVE");
        assertThat(waits("mina", offer)).containsExactly("handover.settle");
        assertThat(maya.fileFor("farah").status()).isEqualTo(404);
        must(204, post("mina", act(offer, "settlement"), null));
        assertThat(waits("mina", offer)).isEmpty();
    }

    @Test
    void of_two_who_decide_at_once_one_wins_and_the_other_is_told() throws Exception {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToBeLedBy(QUAY);
        String offer = maya.isOfferedTo(QUAY);
        must(204, post("ilse", act(offer, "approval"), null));
        List<Callable<Reply>> acts = List.of(
                () -> post("farah", act(offer, "acceptance"), TOMAS_LEADS),
                () -> post("ilse", act(offer, "withdrawal"), null));
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Integer> answers = people.invokeAll(acts).stream()
                .map(HandoverTest::answer)
                .sorted()
                .toList();
        people.shutdown();
        assertThat(answers.get(0)).isIn(200, 204);
        assertThat(answers.get(1))
                .as("the other is told, or it is theirs no more")
                .isIn(404, 409, 412, 422);
        assertThat(List.of(maya.fileFor("mina").status(), maya.fileFor("tomas").status()))
                .containsExactlyInAnyOrder(200, 404);
    }

    @Test
    void what_somebody_left_behind_goes_to_a_colleague_and_each_file_says_so() {
        Map<String, String> left = ApiScene.make(ApiScene.Kind.LEAVER, product).ids();
        String member = "/api/v1/team/members/" + left.get("workerId");
        String file = "/api/v1/cases/" + left.get("caseId");
        assertThat(product.http("ilse").get(member + "/work").text()).contains(left.get("caseId"), "LEAD");
        assertThat(product.http("jonas").get(file).status()).isEqualTo(404);
        assertThat(post("ilse", member + "/handover", Map.of("to", TOMAS)).text())
                .as("of another house")
                .contains("not-in-team");
        assertThat(must(200, post("ilse", member + "/handover", Map.of("to", JONAS)))
                        .json()
                        .get("work"))
                .isEmpty();
        assertThat(product.http("jonas").get(file).status()).isEqualTo(200);
        assertThat(product.http("ilse").get(file + "/accesses").text()).contains("ASSIGN_CASE");
    }

    private static int answer(Future<Reply> reply) {
        try {
            return reply.get().status();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String status(Survivor survivor) {
        return survivor.fileFor("mina").json().get("status").asText();
    }

    private List<String> waits(String person, String subject) {
        return product.work(person).stream()
                .filter(item -> item.at("/task/subject").asText().equals(subject))
                .map(item -> item.at("/task/kind").asText())
                .toList();
    }

    private List<String> journey(String person, Survivor survivor) {
        return StreamSupport.stream(
                        product.http(person)
                                .get("/api/v1/cases/" + survivor.caseId() + "/journey")
                                .json()
                                .get("entries")
                                .spliterator(),
                        false)
                .map((JsonNode entry) -> entry.get("kind").asText())
                .toList();
    }

    private static String act(String offer, String act) {
        return "/api/v1/handovers/" + offer + "/" + act;
    }

    private Reply post(String person, String path, Object body) {
        return product.http(person).post(path, body);
    }
}
