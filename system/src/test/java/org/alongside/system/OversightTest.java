package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Each reader is told why, the lead who, the survivor what is hers to know, and the officer that it happened. */
class OversightTest {
    private final Product product = Product.get();

    @Test
    void each_reader_is_told_why_a_file_is_open_to_them_and_nothing_of_others() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("petra", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        String why = "/api/v1/cases/" + survivor.caseId() + "/access";

        JsonNode hers = product.http("mina").get(why).json();
        assertThat(StreamSupport.stream(hers.spliterator(), false)
                        .map(one -> one.get("basis").asText()))
                .isNotEmpty()
                .containsOnly("LEAD");
        assertThat(hers.get(0).get("by").asText()).isEqualTo("ASSIGNED");
        assertThat(hers.get(0).get("giver").asText()).isEqualTo("Mina Okafor");
        assertThat(product.http("ilse").get(why).json().get(0).get("by").asText())
                .isEqualTo("SUPERVISES");
        JsonNode petras = product.http("petra").get(why).json();
        assertThat(petras.get(0).get("category").asText()).isEqualTo("IDENTITY");
        assertThat(petras.get(0).get("basis").asText()).isEqualTo("REFERRAL");
        assertThat(petras.get(0).has("until")).isTrue();
        assertThat(product.http("sana").get(why).json().get(0).get("by").asText())
                .isEqualTo("SHIFT");
        assertThat(product.http("jonas").get(why).status()).isEqualTo(404);
    }

    @Test
    void who_leads_sees_who_has_seen_it_page_by_page_with_the_names_of_their_own_people() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("noor", CEDAR, CEDAR_COUNSELLING, "IDENTITY");
        survivor.fileFor("noor");
        survivor.fileFor("ilse");
        String seen = "/api/v1/cases/" + survivor.caseId() + "/accesses?limit=2";

        JsonNode first = product.http("mina").get(seen).json();
        assertThat(first.at("/items/0/who").asText()).isEqualTo("Ilse Baur");
        assertThat(first.at("/items/0/action").asText()).isEqualTo("READ_CASE");
        assertThat(first.at("/items/1/organisationName").asText()).isEqualTo("Cedar Counselling");
        assertThat(first.at("/items/1/who").isMissingNode()).isTrue();
        JsonNode second = product.http("mina")
                .get(seen + "&cursor=" + first.get("next").asText())
                .json();
        assertThat(second.at("/items/0/number").asLong())
                .isLessThan(first.at("/items/1/number").asLong());
        assertThat(product.http("noor").get(seen).status()).isEqualTo(403);
        assertThat(product.http("jonas").get(seen).status()).isEqualTo(404);
    }

    @Test
    void her_own_list_speaks_to_her_in_both_languages_and_names_no_shelter_that_she_has_not_agreed_to()
            throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("noor", CEDAR, CEDAR_COUNSELLING, "IDENTITY");
        survivor.fileFor("noor");
        String paper = "/api/v1/cases/" + survivor.caseId() + "/accesses/print";

        assertThat(printed("mina", paper, "en"))
                .contains("Who knows what about you", "Cedar Counselling", "Harbour Light", "Read the file")
                .contains("You can end what you agreed to on any day")
                .doesNotContain("Noor", "Willow", survivor.name());
        assertThat(printed("ilse", paper, "ar")).contains("من يعرف ماذا عنكِ", "Cedar Counselling");
        assertThat(product.http("noor").file(paper).statusCode()).isEqualTo(403);
        assertThat(product.sql()
                        .count(
                                "select count(*) from alongside.audit_event where action = 'PRINT_ACCESSES' and outcome = 'PERMITTED' and case_id = '"
                                        + survivor.caseId() + "'"))
                .isEqualTo(2);
    }

    @Test
    void the_officer_of_the_lead_finds_what_was_done_and_tried_and_others_find_nothing_of_it() {
        Survivor survivor = Survivor.adult(product, "mina");
        String code = survivor.fileFor("mina").json().get("code").asText();
        assertThat(survivor.fileFor("tomas").status()).isEqualTo(404);
        String events = "/api/v1/audit-events?caseCode=" + code;

        List<JsonNode> found = items(product.http("vera").get(events));
        assertThat(found)
                .anyMatch(one -> one.get("outcome").asText().equals("PERMITTED")
                        && one.get("person").asText().equals("Mina Okafor"))
                .anyMatch(one -> one.get("outcome").asText().equals("REFUSED")
                        && one.get("organisationName").asText().equals("Quay Project")
                        && !one.has("person"));
        assertThat(items(product.http("vera").get(events)))
                .as("looking is on record")
                .anyMatch(one -> one.get("action").asText().equals("READ_AUDIT"));
        assertThat(items(product.http("vera").get(events + "&outcome=REFUSED"))).hasSize(1);
        assertThat(items(product.http("hugo").get(events))).isEmpty();
        assertThat(product.http("hugo")
                        .get("/api/v1/audit-verification/" + code)
                        .status())
                .isEqualTo(404);
        assertThat(product.http("vera")
                        .get("/api/v1/audit-verification/" + code)
                        .json()
                        .has("firstBroken"))
                .isFalse();
        assertThat(product.http("mina").get(events).status()).isEqualTo(403);
        assertThat(survivor.fileFor("vera").status()).isEqualTo(404);
    }

    private static List<JsonNode> items(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return StreamSupport.stream(reply.json().get("items").spliterator(), false)
                .toList();
    }

    private String printed(String person, String path, String language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(
                product.http(person).file(path, "Accept-Language", language).body())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ");
        }
    }
}
