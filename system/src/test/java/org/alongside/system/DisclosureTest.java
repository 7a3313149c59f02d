package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Something is told without her agreement: never alone, never more than the least, on record, and she is told. */
class DisclosureTest {
    private final Product product = Product.get();

    @Test
    void the_police_are_told_the_least_although_she_keeps_it_from_them_and_no_file_opens() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.keepsFrom(POLICE, "IDENTITY", "WHOLE");
        Map<String, Object> asked = asked("VITAL_INTEREST", "IDENTITY", "SAFETY_RISK");
        asked.put("recipient", POLICE);
        assertThat(propose(maya, with(asked, "body", "Police")).text()).contains("disclosure-one-recipient");
        assertThat(propose(maya, asked).text()).contains("disclosure-kept-back");
        asked.put("overriding", "He said that he will kill her tonight");
        assertThat(propose(maya, with(asked, "categories", List.of("TRAFFICKING_EXPERIENCE")))
                        .text())
                .contains("disclosure-beyond-minimum");
        assertThat(propose(maya, with(asked, "exception", "MANDATORY_REPORT_CHILD"))
                        .text())
                .contains("only-for-a-child");

        String id = Survivor.id(must(201, propose(maya, asked)));
        assertThat(tasks("ilse", id)).containsExactly("disclosure.agree");
        assertThat(tasks("mina", id)).isEmpty();
        assertThat(act("mina", id, "record", Map.of("way", "PHONE")).text()).contains("disclosure-not-agreed");
        assertThat(act("ilse", id, "decision", Map.of("answer", "REFUSE")).text())
                .contains("words");
        must(204, act("ilse", id, "decision", Map.of("answer", "AGREE")));
        assertThat(act("ilse", id, "decision", Map.of("answer", "AGREE")).text())
                .contains("disclosure-decided");
        assertThat(tasks("mina", id)).containsExactly("disclosure.disclose");
        must(204, act("mina", id, "record", Map.of("way", "PHONE", "receipt", "EM 4711")));

        assertThat(maya.fileFor("marta").status()).as("it opens nothing").isEqualTo(404);
        assertThat(product.http("marta").get("/api/v1/disclosures/" + id).status())
                .isEqualTo(404);
        assertThat(tasks("mina", id)).containsExactly("disclosure.tell");
        must(204, act("mina", id, "telling", Map.of("answer", "NOT_YET", "why", "NOT_SAFE")));
        assertThat(tasks("mina", id)).isEmpty();
        assertThat(againstClosing(maya)).contains("NOT_TOLD");
        must(204, act("mina", id, "telling", told("HERSELF", null)));
        assertThat(againstClosing(maya)).doesNotContain("NOT_TOLD");
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + maya.caseId() + "/journey")
                        .text())
                .contains("disclosure-proposed", "disclosure-made", "disclosure-told");
        JsonNode hers = must(200, product.http("mina").get("/api/v1/cases/" + maya.caseId() + "/disclosures"))
                .json()
                .get(0);
        assertThat(hers.get("state").asText()).isEqualTo("DISCLOSED");
        assertThat(hers.at("/told/whom").asText()).isEqualTo("HERSELF");
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + maya.caseId() + "/ledger/print")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_court_is_told_only_after_data_protection_and_her_lawyer_agreed() {
        Survivor maya = Survivor.adult(product, "mina");
        Map<String, Object> asked = asked("COURT_ORDER", "IDENTITY");
        asked.put("body", "District court");
        assertThat(propose(maya, asked).text()).contains("orderReference");
        asked.put("orderReference", "12 C 345");
        assertThat(propose(maya, asked).text()).contains("disclosure-nobody-to-agree");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        assertThat(propose(maya, asked).text()).contains("order-not-received");
        String order = ordered(maya, "12 C 345");
        assertThat(propose(maya, asked).text()).contains("order-not-checked");
        must(
                204,
                product.http("daniel")
                        .post(order + "/check", Map.of("advice", "NARROW", "least", List.of("IDENTITY"))));
        Map<String, Object> more = new HashMap<>(asked);
        more.put("categories", List.of("IDENTITY", "HEALTH"));
        assertThat(propose(maya, more).text()).contains("order-names-less");
        String id = Survivor.id(must(201, propose(maya, asked)));
        assertThat(propose(maya, asked).text()).contains("order-proposed-already");
        assertThat(tasks("vera", id)).containsExactly("disclosure.agree");
        assertThat(tasks("hugo", id)).isEmpty();
        assertThat(tasks("daniel", id)).isEmpty();
        assertThat(act("ilse", id, "decision", Map.of("answer", "AGREE")).text())
                .contains("disclosure-not-your-turn");
        must(204, act("vera", id, "decision", Map.of("answer", "AGREE")));
        assertThat(tasks("daniel", id)).containsExactly("disclosure.agree-too");
        JsonNode seen = must(200, product.http("daniel").get("/api/v1/disclosures/" + id))
                .json();
        assertThat(seen.get("decidable").asBoolean()).isTrue();
        must(204, act("daniel", id, "decision", Map.of("answer", "REFUSE", "words", "The order names nobody")));
        assertThat(act("mina", id, "record", Map.of("way", "PAPER")).text()).contains("disclosure-not-agreed");
        assertThat(tasks("mina", id)).isEmpty();
    }

    @Test
    void an_order_is_answered_once_with_what_both_agreed_to_and_she_is_told_when_it_is_safe() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        String order = ordered(maya, "12 C 346");
        String orderId = order.substring(order.lastIndexOf('/') + 1);
        must(
                204,
                product.http("daniel")
                        .post(order + "/check", Map.of("advice", "NARROW", "least", List.of("IDENTITY"))));
        Map<String, Object> asked = asked("COURT_ORDER", "IDENTITY");
        asked.put("body", "District court");
        asked.put("orderReference", "12 C 346");
        String refused = Survivor.id(must(201, propose(maya, asked)));
        must(204, act("vera", refused, "decision", Map.of("answer", "AGREE")));
        must(204, act("daniel", refused, "decision", Map.of("answer", "REFUSE", "words", "Her first name will do")));
        assertThat(tasks("mina", orderId)).as("it still waits").containsExactly("court-order.answer");

        String id = Survivor.id(must(201, propose(maya, asked)));
        must(204, act("vera", id, "decision", Map.of("answer", "AGREE")));
        must(204, act("daniel", id, "decision", Map.of("answer", "AGREE")));
        must(204, act("mina", id, "record", Map.of("way", "PAPER")));
        assertThat(tasks("mina", orderId)).isEmpty();
        assertThat(product.sql()
                        .one("select end_act_id_ from engine.act_hi_procinst where business_key_ = '" + orderId + "'"))
                .isEqualTo("answered");
        assertThat(propose(maya, asked).text()).as("one order is answered once").contains("order-over");

        assertThat(tasks("mina", id)).containsExactly("disclosure.tell");
        must(204, act("mina", id, "telling", Map.of("answer", "NOT_YET", "why", "NOT_SAFE")));
        assertThat(againstClosing(maya)).contains("NOT_TOLD");
        must(204, act("mina", id, "telling", told("HERSELF", null)));
        assertThat(againstClosing(maya)).doesNotContain("NOT_TOLD");
    }

    @Test
    void of_a_report_about_a_child_she_is_told_before_and_never_through_the_stepfather() {
        Survivor child = Survivor.child(product, "mina");
        product.sql()
                .run(
                        "insert into alongside.excluded_person (excluded_person_id, case_id, relation, recorded_at, recorded_by)"
                                + " select gen_random_uuid(), case_id, 'STEP_PARENT', now(), opened_by from alongside.case_file where case_id = '%s'"
                                        .formatted(child.caseId())
                                + " on conflict do nothing");
        String id = child.isToBeToldOf("MANDATORY_REPORT_CHILD", "IDENTITY", "TRAFFICKING_EXPERIENCE");
        must(204, act("ilse", id, "decision", Map.of("answer", "AGREE")));
        assertThat(act("mina", id, "record", Map.of("way", "PHONE")).text()).contains("telling");
        assertThat(act("mina", id, "record", record(told("GUARDIAN", "STEP_PARENT")))
                        .text())
                .contains("guardian-is-excluded");
        must(204, act("mina", id, "record", record(told("GUARDIAN", "SIBLING"))));
        assertThat(tasks("mina", id)).isEmpty();
    }

    private String againstClosing(Survivor survivor) {
        return must(200, product.http("mina").get("/api/v1/cases/" + survivor.caseId() + "/closing"))
                .json()
                .get("obstacles")
                .toString();
    }

    /** A criminal court's order for who she is and her health came; answers its address. */
    private String ordered(Survivor survivor, String reference) {
        String orders = "/api/v1/cases/" + survivor.caseId() + "/court-orders";
        LocalDate today = LocalDate.ofInstant(product.now(), ZoneOffset.UTC);
        must(
                204,
                product.http("mina")
                        .post(
                                orders,
                                Map.of(
                                        "kind",
                                        "SUBPOENA",
                                        "authority",
                                        "CRIMINAL_COURT",
                                        "reference",
                                        reference,
                                        "receivedOn",
                                        today.toString(),
                                        "answerOn",
                                        today.plusDays(30).toString(),
                                        "categories",
                                        List.of("IDENTITY", "HEALTH", "COUNSELLING_NOTES"))));
        return orders + "/"
                + product.http("mina").get(orders).json().at("/orders/0/id").asText();
    }

    private static Map<String, Object> asked(String exception, String... categories) {
        return new HashMap<>(
                Map.of("exception", exception, "categories", List.of(categories), "words", "She is in danger"));
    }

    private static Map<String, Object> with(Map<String, Object> asked, String field, Object value) {
        Map<String, Object> other = new HashMap<>(asked);
        other.put(field, value);
        return other;
    }

    private Map<String, Object> told(String whom, String relation) {
        Map<String, Object> told = new HashMap<>(Map.of(
                "answer",
                "TOLD",
                "whom",
                whom,
                "channel",
                "IN_PERSON",
                "at",
                product.now().toString()));
        if (relation != null) {
            told.put("relation", relation);
        }
        return told;
    }

    private static Map<String, Object> record(Map<String, Object> telling) {
        return Map.of("way", "PHONE", "telling", telling);
    }

    private Reply propose(Survivor survivor, Map<String, Object> asked) {
        return product.http("mina").post("/api/v1/cases/" + survivor.caseId() + "/disclosures", asked);
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
