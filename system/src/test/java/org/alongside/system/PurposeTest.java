package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What she says of each purpose, and that nothing hangs on it but the sharing. */
class PurposeTest {
    private final Product product = Product.get();

    @Test
    void whoever_refuses_everything_is_helped_all_the_same_and_only_the_sharing_waits_for_her() {
        Survivor survivor = Survivor.adult(product, "mina");
        List<String> asked = get(survivor, "purposes").findValuesAsText("purpose");
        assertThat(asked).startsWith("SAFE_CONTACT", "NRM_REFERRAL").endsWith("MEDIA_STORY");
        Map<String, Object> no = said(asked.stream()
                .map(purpose -> Map.of("purpose", purpose, "answer", "REFUSED"))
                .toList());
        no.remove("giver");
        no.remove("medium");
        must(201, post(survivor, "purpose-answers", no));

        assertThat(get(survivor, "purpose-answers").findValuesAsText("state"))
                .hasSize(asked.size())
                .containsOnly("REFUSED");
        String goal = survivor.wants("A door I can lock");
        assertThat(goal).as("her plan").isNotBlank();
        Reply refused = survivor.refer(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        assertThat(refused.status()).as("the sharing alone").isEqualTo(422);
        assertThat(refused.text()).contains("no-consent").doesNotContain("purpose");
        survivor.isHelpedBy("sana", Survivor.WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        assertThat(get(survivor, "journey").findValuesAsText("kind")).contains("purpose-refused");
    }

    @Test
    void what_cannot_be_asked_or_answered_is_refused_in_words() {
        Survivor adult = Survivor.adult(product, "mina");
        assertThat(refused(adult, yes("CASE_MANAGEMENT", null, null)))
                .containsExactly("answers.0.purpose purpose-not-asked");
        assertThat(refused(adult, yes("SAFE_CONTACT", adult.inDays(370), null)))
                .containsExactly("answers.0.until longer-than-allowed");
        assertThat(refused(adult, yes("FORENSIC", adult.inDays(40), null)))
                .containsExactly("answers.0.until longer-than-allowed");
        assertThat(refused(adult, yes("MEDIA_STORY", null, null))).containsExactly("answers.0.named missing");
        Map<String, Object> unexplained = yes("SAFE_CONTACT", null, null);
        unexplained.put("explained", false);
        assertThat(refused(adult, unexplained)).containsExactly("explained not-explained");
        Map<String, Object> byAnother = yes("SAFE_CONTACT", null, null);
        byAnother.put("giver", "CAREGIVER");
        assertThat(refused(adult, byAnother)).contains("giver adult-consents-herself");
        product.sql().run("update alongside.purpose_asked set asked_by = '{SHM}' where purpose = 'TRACING'");
        try {
            assertThat(refused(adult, yes("TRACING", null, "My brother")))
                    .containsExactly("answers.0.purpose not-for-your-role-to-ask");
        } finally {
            product.sql().run("update alongside.purpose_asked set asked_by = '{CW,SHM}' where purpose = 'TRACING'");
        }

        Survivor child = Survivor.child(product, "mina");
        assertThat(get(child, "purposes").findValuesAsText("purpose"))
                .contains("SAFE_CONTACT")
                .doesNotContain("NRM_REFERRAL", "MEDIA_STORY", "PHOTO_AUDIO");
        assertThat(refused(child, yes("MEDIA_STORY", null, "A newspaper")))
                .contains("answers.0.purpose purpose-not-asked");
        String stepfather = child.hasCarer("Karim Doe", "STEP_PARENT");
        Map<String, Object> his = yes("MEDICAL", null, null);
        his.putAll(Map.of("giver", "CAREGIVER", "giverRight", "PARENTAL", "guardian", stepfather, "assent", "WILLING"));
        must(201, post(child, "purpose-answers", his));
        must(201, post(child, "excluded-persons", Map.of("guardian", stepfather, "relation", "STEP_PARENT")));
        JsonNode now = get(child, "purpose-answers").get(0);
        assertThat(now.get("state").asText() + " " + now.get("reason").asText()).isEqualTo("TAKEN_BACK GIVER_EXCLUDED");
        assertThat(refused(child, his)).containsExactly("guardian giver-is-excluded");
        Map<String, Object> toldToHim = said(List.of(
                Map.of("purpose", "MEDICAL", "answer", "AGREED", "named", "Dr Aster"),
                Map.of("purpose", "TRACING", "answer", "AGREED", "named", "DOE, Karim")));
        toldToHim.putAll(Map.of("medium", "ORAL_WITNESSED", "witness", "Karim Doe"));
        assertThat(refused(child, toldToHim))
                .contains("answers.1.named person-is-excluded", "witness witness-is-excluded")
                .doesNotContain("answers.0.named person-is-excluded");
    }

    @Test
    void a_yes_is_taken_back_with_one_word_and_is_asked_again_before_it_ends() {
        Survivor survivor = Survivor.adult(product, "mina");
        must(201, post(survivor, "purpose-answers", yes("MEDICAL", survivor.inDays(10), null)));
        String yes = get(survivor, "purpose-answers").at("/0/id").asText();
        assertThat(ending(survivor)).containsExactly("MEDICAL");
        String back = "purpose-answers/" + yes + "/withdrawal";
        must(204, post(survivor, back, null));

        assertThat(get(survivor, "purpose-answers").findValuesAsText("state"))
                .containsExactly("TAKEN_BACK", "REPLACED");
        assertThat(ending(survivor)).isEmpty();
        assertThat(post(survivor, back, null).status()).isEqualTo(409);
        assertThat(get(survivor, "journey").findValuesAsText("kind")).contains("purpose-agreed", "purpose-taken-back");
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + survivor.caseId() + "/ledger/print")
                        .status())
                .isEqualTo(200);
    }

    private List<String> ending(Survivor survivor) {
        return Stream.iterate(0, at -> at + 1)
                .map(product.http("mina").get("/api/v1/ending-answers").json()::get)
                .takeWhile(one -> one != null)
                .filter(one -> one.get("caseId").asText().equals(survivor.caseId()))
                .map(one -> one.get("purpose").asText())
                .toList();
    }

    private Map<String, Object> said(List<Map<String, String>> answers) {
        Map<String, Object> said = Survivor.saying("SAFE_CONTACT", "REFUSED");
        said.put("answers", answers);
        return said;
    }

    private Map<String, Object> yes(String purpose, String until, String named) {
        Map<String, String> yes = new HashMap<>(Map.of("purpose", purpose, "answer", "AGREED"));
        if (until != null) {
            yes.put("until", until);
        }
        if (named != null) {
            yes.put("named", named);
        }
        return said(List.of(yes));
    }

    private List<String> refused(Survivor survivor, Map<String, Object> said) {
        JsonNode errors =
                must(422, post(survivor, "purpose-answers", said)).json().get("errors");
        return Stream.iterate(0, at -> at < errors.size(), at -> at + 1)
                .map(errors::get)
                .map(one -> one.get("pointer").asText().replaceFirst("^#?/", "").replace('/', '.') + " "
                        + one.get("code").asText())
                .toList();
    }

    private Reply post(Survivor survivor, String what, Object body) {
        return product.http("mina").post("/api/v1/cases/" + survivor.caseId() + "/" + what, body);
    }

    private JsonNode get(Survivor survivor, String what) {
        return must(200, product.http("mina").get("/api/v1/cases/" + survivor.caseId() + "/" + what))
                .json();
    }
}
