package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An adult does not want to be identified: the authority learns of her by a few facts, and finds no way back. */
class NotificationTest {
    private final Product product = Product.get();

    @Test
    void a_supervisor_agrees_the_facts_go_and_she_is_told_and_the_authority_sees_nothing_happen() {
        Survivor maya = Survivor.adult(product, "mina");
        assertThat(propose(maya, Map.of()).text()).contains("notify-not-refused");
        maya.saysOf("NRM_REFERRAL", "REFUSED");
        JsonNode law = law(maya);
        assertThat(law.has("obstacle")).isFalse();
        assertThat(law.has("dueAt")).isTrue();
        assertThat(about(maya)).containsExactly("notification.notify");
        maya.saysOf("NRM_REFERRAL", "LATER");
        assertThat(about(maya)).as("she thinks about it").isEmpty();
        maya.saysOf("NRM_REFERRAL", "REFUSED");
        assertThat(about(maya)).containsExactly("notification.notify");
        assertThat(law.at("/facts/ageBand").asText()).isNotEmpty();
        assertThat(propose(maya, Map.of("leftOut", List.of("FIRST_CONTACT_MONTH", "SEX", "AGE_BAND", "EXPLOITATION")))
                        .text())
                .contains("notify-nothing-left");
        int before = arrived().size();
        String id = Survivor.id(must(201, propose(maya, Map.of("leftOut", List.of("SEX")))));
        assertThat(propose(maya, Map.of()).text()).contains("notify-once");
        assertThat(about(maya)).as("it is proposed").isEmpty();
        must(204, act("ilse", id, "decision", Map.of("answer", "REFUSE", "words", "Ask her once more")));
        assertThat(about(maya)).as("the law still asks").containsExactly("notification.notify");
        String again = Survivor.id(must(201, propose(maya, Map.of("leftOut", List.of("SEX")))));
        agreedAndTold(maya, law, again, before);
    }

    private void agreedAndTold(Survivor maya, JsonNode law, String id, int before) {
        assertThat(tasks("ilse", id)).containsExactly("disclosure.agree");
        JsonNode asked =
                must(200, product.http("ilse").get("/api/v1/disclosures/" + id)).json();
        assertThat(asked.at("/notified/facts/ageBand").asText())
                .isEqualTo(law.at("/facts/ageBand").asText());
        assertThat(asked.at("/notified/facts").has("sex")).isFalse();
        assertThat(asked.get("notified").has("number")).isFalse();

        must(204, act("ilse", id, "decision", Map.of("answer", "AGREE")));
        JsonNode made =
                must(200, product.http("mina").get("/api/v1/disclosures/" + id)).json();
        assertThat(made.get("state").asText()).isEqualTo("DISCLOSED");
        assertThat(made.at("/notified/number").asText()).startsWith("N-");
        assertThat(arrived()).as("until Monday").hasSize(before);
        for (String path : List.of("/api/v1/disclosures/" + id, "/api/v1/cases/" + maya.caseId() + "/notification")) {
            assertThat(product.http("amina").get(path).status()).isEqualTo(404);
        }
        assertThat(tasks("mina", id)).containsExactly("disclosure.tell");
        must(
                204,
                act(
                        "mina",
                        id,
                        "telling",
                        Map.of(
                                "answer",
                                "TOLD",
                                "whom",
                                "HERSELF",
                                "channel",
                                "IN_PERSON",
                                "at",
                                product.now().toString())));
        assertThat(law(maya).get("obstacle").asText()).isEqualTo("notify-once");
    }

    @Test
    void a_child_is_not_notified_so_and_the_words_say_where_the_way_is() {
        Survivor child = Survivor.child(product, "mina");
        assertThat(law(child).get("obstacle").asText()).isEqualTo("notify-child");
        assertThat(propose(child, Map.of()).text()).contains("notify-child");
    }

    /** What waits for her caseworker about her file. */
    private List<String> about(Survivor survivor) {
        return product.work("mina").stream()
                .filter(item -> item.at("/about/id").asText().equals(survivor.caseId()))
                .map(item -> item.at("/task/kind").asText())
                .filter(kind -> kind.startsWith("notification."))
                .toList();
    }

    private JsonNode law(Survivor survivor) {
        return must(200, product.http("mina").get("/api/v1/cases/" + survivor.caseId() + "/notification"))
                .json();
    }

    private JsonNode arrived() {
        return must(200, product.http("amina").get("/api/v1/notified-adults?limit=100"))
                .json()
                .get("items");
    }

    private Reply propose(Survivor survivor, Map<String, Object> asked) {
        return product.http("mina").post("/api/v1/cases/" + survivor.caseId() + "/notification", asked);
    }

    private Reply act(String person, String id, String act, Object body) {
        return product.http(person).post("/api/v1/disclosures/" + id + "/" + act, body);
    }

    private List<String> tasks(String person, String id) {
        return product.work(person).stream()
                .filter(item -> item.at("/task/subject").asText().equals(id))
                .map(item -> item.at("/task/kind").asText())
                .toList();
    }
}
