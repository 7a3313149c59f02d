package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Closing a case and opening it again by the API: facts, access, tasks and processes agree, whoever comes at the same time. */
class ClosingTest {
    private final Product product = Product.get();

    @Test
    void a_case_is_closed_by_two_people_and_opened_again_as_a_new_episode() {
        Survivor maya = Survivor.adult(product, "mina");
        String referral = maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        assertThat(maya.proposeClosing("DUPLICATE").text()).contains("duplicate-is-merged");
        Reply early = maya.proposeClosing("GOALS_ACHIEVED", "SAFETY_CHECKED", "TRANSITION_PLANNED");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("referrals-under-way");

        must(204, post("sana", "/api/v1/referrals/" + referral + "/first-contact", null));
        must(204, post("sana", "/api/v1/referrals/" + referral + "/completion", Map.of("outcome", "SERVICE_GIVEN")));
        assertThat(maya.fileFor("sana").text()).contains(maya.name());
        String closing = maya.isProposedToClose();
        assertThat(waits("ilse", maya)).contains("case.approve");
        assertThat(post("mina", "/api/v1/closings/" + closing + "/approval", null)
                        .status())
                .isEqualTo(403);

        must(204, post("ilse", "/api/v1/closings/" + closing + "/approval", null));
        assertThat(status(maya)).isEqualTo("CLOSED");
        assertThat(waits("ilse", maya)).isEmpty();
        assertThat(waits("mina", maya)).isEmpty();
        assertThat(maya.fileFor("sana").text())
                .as("what was open to the shelter ended")
                .doesNotContain(maya.name());
        assertThat(maya.refer(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY").text()).contains("case-closed");
        assertThat(journey("mina", maya))
                .contains("closing-proposed", "case-closed")
                .contains("follow-up");
        assertThat(journey("sana", maya)).contains("case-closed").doesNotContain("closing-proposed");

        must(204, post("mina", "/api/v1/cases/" + maya.caseId() + "/reopening", Map.of("reason", "CAME_BACK")));
        assertThat(status(maya)).isEqualTo("REOPENED");
        assertThat(waits("ilse", maya)).containsExactly("case.take-up");
        assertThat(maya.proposeClosing("GOALS_ACHIEVED").text()).contains("reopened-not-taken-up");
        must(204, post("ilse", "/api/v1/cases/" + maya.caseId() + "/reopening/taking-up", null));
        assertThat(status(maya)).isEqualTo("ACTIVE");
        assertThat(maya.fileFor("mina").json().get("episode").asInt()).isEqualTo(2);
        assertThat(maya.fileFor("sana").text())
                .as("an earlier agreement opens nothing again")
                .doesNotContain(maya.name());
        maya.isProposedToClose();
        assertThat(waits("ilse", maya)).containsExactly("case.approve");
    }

    @Test
    void what_is_sent_back_comes_to_the_caseworker_with_words() {
        Survivor maya = Survivor.adult(product, "mina");
        String closing = maya.isProposedToClose();
        must(204, post("ilse", "/api/v1/closings/" + closing + "/return", Map.of("change", "Ask her once more")));
        assertThat(waits("mina", maya)).containsExactly("case.change-closing");
        assertThat(closing(maya).at("/proposal/sentBackWords").asText()).isEqualTo("Ask her once more");
        assertThat(post("ilse", "/api/v1/closings/" + closing + "/approval", null)
                        .text())
                .contains("closing-decided");
        maya.isProposedToClose();
        assertThat(waits("mina", maya)).isEmpty();
        assertThat(waits("ilse", maya)).containsExactly("case.approve");
    }

    @Test
    void what_began_since_it_was_proposed_is_told_and_what_was_not_weighed_is_sent_back() {
        Survivor maya = Survivor.adult(product, "mina");
        String closing = maya.isProposedToClose();
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        Reply refused = post("ilse", "/api/v1/closings/" + closing + "/approval", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("referrals-under-way");
        must(204, post("mina", "/api/v1/referrals/" + referral + "/revocation", Map.of("reason", "OTHER_PROVIDER")));
        maya.wants("A door I can lock");
        Reply unweighed = post("ilse", "/api/v1/closings/" + closing + "/approval", null);
        assertThat(unweighed.status()).isEqualTo(412);
        assertThat(unweighed.text()).contains("closing-not-weighed");
    }

    @Test
    void a_child_is_never_closed_before_her_authority_was_told_and_a_lost_one_is_reported_missing() {
        Survivor girl = Survivor.child(product, "mina");
        Reply untold = girl.proposeClosing("GOALS_ACHIEVED", "SAFETY_CHECKED", "TRANSITION_PLANNED", "BEST_INTERESTS");
        assertThat(untold.status()).isEqualTo(422);
        girl.authorityTold();
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + girl.caseId() + "/closing?reason=LOST_CONTACT")
                        .text())
                .contains("MISSING_REPORTED", "ATTEMPTS_MISSING");
    }

    /** Of a referral and an approval that come at the same time one is told so; never is a closed case asked for. */
    @RepeatedTest(5)
    void an_approval_and_a_referral_at_the_same_time_never_both_stand() throws Exception {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String closing = maya.isProposedToClose();
        List<Reply> replies = together(
                () -> post("ilse", "/api/v1/closings/" + closing + "/approval", null),
                () -> maya.refer(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY"));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isLessThan(500));
        boolean closed = replies.get(0).status() == 204;
        boolean referred = replies.get(1).status() == 201;
        assertThat(closed).as(replies.toString()).isNotEqualTo(referred);
        assertThat(status(maya)).isEqualTo(closed ? "CLOSED" : "ACTIVE");
        if (closed) {
            assertThat(replies.get(1).text()).contains("case-closed");
        }
    }

    @Test
    void of_two_supervisors_words_at_the_same_time_one_stands() throws Exception {
        Survivor maya = Survivor.adult(product, "mina");
        String closing = maya.isProposedToClose();
        List<Reply> replies = together(
                () -> post("ilse", "/api/v1/closings/" + closing + "/approval", null),
                () -> post("ilse", "/api/v1/closings/" + closing + "/return", Map.of("change", "Not yet")));
        assertThat(replies.stream().map(Reply::status).filter(status -> status == 204))
                .hasSize(1);
        assertThat(replies.stream().map(Reply::status).filter(status -> status != 204))
                .allMatch(status -> status == 409 || status == 412);
    }

    private static List<Reply> together(Callable<Reply> one, Callable<Reply> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Reply>> asked = threads.invokeAll(List.of(one, other));
            return List.of(asked.get(0).get(), asked.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    private Reply post(String person, String path, Object body) {
        return product.http(person).post(path, body);
    }

    private JsonNode closing(Survivor survivor) {
        return product.http("mina")
                .get("/api/v1/cases/" + survivor.caseId() + "/closing")
                .json();
    }

    private static String status(Survivor survivor) {
        return survivor.fileFor("mina").json().get("status").asText();
    }

    private String journey(String person, Survivor survivor) {
        return product.http(person)
                .get("/api/v1/cases/" + survivor.caseId() + "/journey")
                .text();
    }

    /** Kinds of the tasks about her case that wait for this person. */
    private List<String> waits(String person, Survivor survivor) {
        return product.work(person).stream()
                .filter(one -> one.at("/task/subject").asText().equals(survivor.caseId()))
                .map(one -> one.at("/task/kind").asText())
                .toList();
    }
}
