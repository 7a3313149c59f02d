package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file is opened in an emergency, by two people or at once, for what was asked for, and everybody who must hears of it. */
class EmergencyTest {
    private final Product product = Product.get();
    private Survivor maya;
    private EmergencyHouse house;

    @BeforeEach
    void a_survivor_whose_file_is_closed_to_others() {
        EmergencyHouse.forgetHowOften(product);
        maya = Survivor.adult(product, "mina");
        house = new EmergencyHouse(product, maya);
    }

    @Test
    void a_colleague_agrees_and_the_one_who_asked_reads_what_was_asked_for_until_it_is_ended() {
        assertThat(maya.fileFor("tomas").status()).isEqualTo(404);
        String access = house.asks("tomas", false, "IDENTITY");
        assertThat(maya.fileFor("tomas").status()).isEqualTo(404);
        assertThat(house.tasks("farah", access)).containsExactly("emergency.agree");
        assertThat(house.tasks("tomas", access)).isEmpty();
        assertThat(house.act("tomas", access, "agreement").text()).contains("own-request");
        Survivor.must(204, house.act("farah", access, "agreement"));

        Reply file = maya.fileFor("tomas");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.json().at("/bases").toString()).isEqualTo("[\"EMERGENCY\"]");
        assertThat(file.json().at("/who").isMissingNode()).isFalse();
        for (String closed : List.of("/contact", "/safety", "/demographics", "/experience", "/language")) {
            assertThat(file.json().at(closed).isMissingNode()
                            || file.json().at(closed).isNull())
                    .as(closed)
                    .isTrue();
        }
        assertThat(maya.fileFor("farah").status()).as("who agreed sees nothing").isEqualTo(404);
        Reply printed = product.http("tomas").get("/api/v1/cases/" + maya.caseId() + "/print");
        assertThat(printed.status()).isEqualTo(403);
        assertThat(printed.text()).contains("not-in-emergency");

        assertThat(house.tasks("hugo", access)).containsExactly("emergency.review");
        assertThat(house.tasks("mina", access)).containsExactly("emergency.tell");
        assertThat(house.tasks("jonas", access))
                .as("a colleague down the corridor")
                .isEmpty();

        Survivor.must(204, house.act("tomas", access, "end"));
        assertThat(maya.fileFor("tomas").status()).isEqualTo(404);
        assertThat(house.state("tomas", access)).isEqualTo("OVER");
    }

    @Test
    void nobody_hears_whether_there_is_such_a_file_before_it_is_opened() {
        Reply real = house.askBy("tomas", house.code(), false, "IDENTITY");
        Reply invented = house.askBy("tomas", "ZZ-999999", false, "IDENTITY");
        assertThat(real.status()).isEqualTo(invented.status()).isEqualTo(201);
        assertThat(real.headers().map().keySet())
                .isEqualTo(invented.headers().map().keySet());
        String there = Survivor.id(real);
        String not = Survivor.id(invented);
        for (String person : List.of("tomas", "farah")) {
            assertThat(plain(person, there)).isEqualTo(plain(person, not));
        }
        Survivor.must(204, house.act("farah", there, "agreement"));
        Survivor.must(204, house.act("farah", not, "agreement"));
        assertThat(house.state("tomas", there)).isEqualTo("OPEN");
        assertThat(house.state("tomas", not)).isEqualTo("NOTHING_OPENED");
        assertThat(house.tasks("hugo", not)).isEmpty();
    }

    @Test
    void whoever_asks_too_often_is_told_so_in_words_and_it_is_on_record() {
        for (int time = 0; time < 5; time++) {
            Survivor.must(201, house.askBy("grace", "ZZ-99999" + (time + 2), true, "IDENTITY"));
        }
        Reply refused = house.askBy("grace", house.code(), true, "IDENTITY");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("emergency-asked-too-often");
        assertThat(maya.fileFor("grace").status()).isEqualTo(404);
        assertThat(product.sql().one("""
                        select count(*) from alongside.audit_event e join alongside.worker w on w.worker_id = e.actor_id
                         where w.name = 'Grace Mbeki' and e.action = 'ASK_EMERGENCY_ACCESS' and e.outcome = 'REFUSED'
                           and e.reason = 'emergency-asked-too-often'
                        """).toString()).isNotEqualTo("0");
    }

    @Test
    void life_in_danger_opens_at_once_and_the_chain_of_the_case_tells_who_it_was() {
        String access = house.asks("petra", true, "IDENTITY", "SAFETY_RISK");
        assertThat(house.state("petra", access)).isEqualTo("OPEN");
        assertThat(maya.fileFor("petra").json().at("/safety").isMissingNode()).isFalse();
        Reply review = product.http("hugo").get("/api/v1/emergency-reviews/" + access);
        assertThat(review.json().at("/plea/reason").asText()).isEqualTo("MEDICAL");
        assertThat(review.json().at("/looks").findValuesAsText("action")).contains("ASK_EMERGENCY_ACCESS", "READ_CASE");
        assertThat(review.text()).doesNotContain("preferredName");
        Reply again = house.askBy("petra", house.code(), true, "IDENTITY");
        assertThat(again.text()).contains("emergency-open-already");
    }

    @Test
    void misuse_ends_it_and_is_told_to_both_desks_without_whose_file_it_was() {
        String access = house.asks("tomas", true, "IDENTITY");
        house.judges("hugo", access, "MISUSE");
        assertThat(maya.fileFor("tomas").status()).isEqualTo(404);
        for (String person : List.of("farah", "kim")) {
            String task = person.equals("kim") ? "emergency.check-login" : "emergency.talk";
            assertThat(house.tasks(person, access)).containsExactly(task);
            Reply notice = product.http(person).get("/api/v1/emergency-misuses/" + access);
            assertThat(notice.text())
                    .contains("Tomas Reyes")
                    .doesNotContain(house.code())
                    .doesNotContain(maya.caseId())
                    .doesNotContain("fainted");
            Survivor.must(204, product.http(person).post("/api/v1/emergency-misuses/" + access + "/seen", null));
            assertThat(house.tasks(person, access)).isEmpty();
        }
    }

    @Test
    void she_is_told_by_her_caseworker_or_it_is_written_why_not_yet() {
        String access = house.asks("petra", true, "IDENTITY");
        Reply nobody = house.tells("mina", access, Map.of("answer", "TOLD"));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.text()).contains("/whom", "/channel", "/at");
        Survivor.must(204, house.tells("mina", access, Map.of("answer", "NOT_YET", "why", "NOT_SAFE")));
        assertThat(house.tasks("mina", access)).isEmpty();
        assertThat(product.http("hugo")
                        .get("/api/v1/emergency-reviews/" + access)
                        .json()
                        .at("/told/why")
                        .asText())
                .isEqualTo("NOT_SAFE");
        assertThat(house.tells("mina", access, Map.of("answer", "TOLD", "whom", "GUARDIAN"))
                        .text())
                .contains("only-for-a-child");
    }

    @Test
    void who_leads_the_case_ends_it_too() {
        String access = house.asks("petra", true, "IDENTITY");
        Survivor.must(204, house.act("mina", access, "end"));
        assertThat(maya.fileFor("petra").status()).isEqualTo(404);
        assertThat(house.act("petra", access, "end").text()).contains("emergency-over");
    }

    /** What somebody is told of a request, without what every request has of its own: its id, its code and its instants. */
    private String plain(String person, String access) {
        return house.read(person, access)
                .text()
                .replace(access, "")
                .replace(house.code(), "")
                .replace("ZZ-999999", "")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "");
    }
}
