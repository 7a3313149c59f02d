package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.POLICE_PROTECTION;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Legal matters by the API: the lawyer's own file, what others are told, who helps her there, and what is refused in words. */
class ProceedingTest {
    private static final String HEARING = "2032-03-01T09:00:00Z";
    private static final String PRIVILEGED = "Privilegedwords";

    private final Product product = Product.get();

    @Test
    void her_lawyer_reads_the_file_and_others_when_and_where_and_what_she_needs() {
        Survivor maya = advised();
        String matter = maya.hasMatter("daniel", HEARING, "ESCORT");

        assertThat(legal(maya, "daniel")).contains(PRIVILEGED, "CRIMINAL_TRAFFICKER", "TRIAL_TESTIMONY", HEARING);
        for (String leading : new String[] {"mina", "ilse"}) {
            assertThat(legal(maya, leading))
                    .contains("COURT", "ESCORT", "CLOSED_COURT", HEARING, "Open Door")
                    .doesNotContain(PRIVILEGED, "CRIMINAL_TRAFFICKER", "TRIAL_TESTIMONY", "\"file\"");
        }
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + maya.caseId() + "/journey")
                        .text())
                .contains("hearing-ahead", "matter-opened")
                .doesNotContain(PRIVILEGED);
        assertThat(product.http("jonas").get("/api/v1/matters/" + matter).status())
                .as("a colleague down the corridor")
                .isEqualTo(404);
    }

    @Test
    void a_shelter_is_told_of_the_hearing_only_where_she_agreed() {
        Survivor maya = advised();
        maya.hasMatter("daniel", HEARING, "ESCORT");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "LEGAL");
        assertThat(legal(maya, "sana")).contains(HEARING, "COURT").doesNotContain(PRIVILEGED, "Open Door", "TRIAL");

        Survivor silent = advised();
        String matter = silent.hasMatter("daniel", HEARING, "ESCORT");
        silent.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        Reply closed = product.http("sana").get("/api/v1/cases/" + silent.caseId() + "/legal");
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.text()).contains("legal-not-open");
        assertThat(product.http("sana").get("/api/v1/matters/" + matter).status())
                .isEqualTo(404);
        assertThat(silent.fileFor("sana").json().get("legalKnown").asBoolean()).isFalse();
    }

    @Test
    void somebody_takes_on_what_she_needs_and_a_hearing_that_moves_asks_again() {
        Survivor maya = advised();
        String matter = "/api/v1/matters/" + maya.hasMatter("daniel", HEARING, "ESCORT", "PREPARATION");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "LEGAL");

        must(204, post("sana", matter + "/support", Map.of("need", "ESCORT")));
        assertThat(post("mina", matter + "/support", Map.of("need", "ESCORT")).text())
                .contains("support-taken");
        assertThat(post("mina", matter + "/support", Map.of("need", "INTERPRETER"))
                        .text())
                .contains("support-not-asked");
        assertThat(post("mina", matter + "/support-return", Map.of("need", "ESCORT"))
                        .status())
                .isEqualTo(403);
        assertThat(support(matter, "mina").get("by").asText()).isEqualTo("Willow Rooms");
        assertThat(support(matter, "sana").get("ours").asBoolean()).isTrue();
        assertThat(support(matter, "daniel").get("arranged").asBoolean()).isTrue();
        assertThat(support(matter, "daniel").has("by"))
                .as("her lawyer is not told which house shelters her")
                .isFalse();

        Map<String, Object> moved =
                Survivor.matter("CRIMINAL_TRAFFICKER", "2032-03-02T09:00:00Z", "ESCORT", "PREPARATION");
        must(204, product.http("daniel").put(matter, moved, "If-Match", "\"0\""));
        assertThat(support(matter, "mina").get("arranged").asBoolean()).isFalse();
        must(204, post("mina", matter + "/support", Map.of("need", "ESCORT")));
        must(204, post("mina", matter + "/support-return", Map.of("need", "ESCORT")));
    }

    @Test
    void of_two_who_edit_one_matter_the_second_is_told_what_changed() {
        Survivor maya = advised();
        String matter = "/api/v1/matters/" + maya.hasMatter("daniel", HEARING, "ESCORT");
        Map<String, Object> asylum = Survivor.matter("ASYLUM", HEARING, "ESCORT");

        assertThat(product.http("daniel").put(matter, asylum).status())
                .as("no If-Match")
                .isEqualTo(428);
        must(204, product.http("daniel").put(matter, asylum, "If-Match", "\"0\""));
        Reply stale = product.http("daniel").put(matter, asylum, "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("changed-fields", "track").doesNotContain("hearing");
        assertThat(product.http("daniel").get(matter).header("ETag")).isEqualTo("\"1\"");
        assertThat(product.http("daniel")
                        .put(matter, asylum, "If-Match", "\"1\"")
                        .status())
                .as("nothing changed")
                .isEqualTo(204);
    }

    @Test
    void what_cannot_be_is_refused_beside_its_field_and_nothing_is_half_written() {
        Survivor maya = advised();
        String matters = "/api/v1/cases/" + maya.caseId() + "/matters";
        assertThat(post("daniel", matters, Survivor.matter("ASYLUM", "2001-01-01T09:00:00Z", "ESCORT"))
                        .text())
                .contains("in-the-past", "/hearing/at", "/deadlineOn");
        assertThat(post("daniel", matters, Map.of("track", "WAR", "stage", "CLOSED", "deadlineOn", "2032-01-01"))
                        .text())
                .contains("unknown-code", "closed-has-no-date");
        assertThat(post("daniel", matters, Map.of("track", "ASYLUM", "stage", "ADVICE", "needs", new String[] {"ESCORT"
                        }))
                        .text())
                .contains("needs-a-hearing");
        Map<String, Object> early = new HashMap<>(Survivor.matter("CIVIL_COMPENSATION", HEARING));
        early.putAll(Map.of("stage", "ADVICE", "compensation", Map.of("claimed", 900, "currency", "EUR")));
        assertThat(post("daniel", matters, early).text())
                .as("before the check for conflicts")
                .contains("check-first", "/note", "/hearing/at", "/protection", "/compensation");
        assertThat(post("mina", matters, Survivor.matter("ASYLUM", HEARING)).status())
                .as("the lead is no lawyer")
                .isEqualTo(403);
        assertThat(product.http("daniel")
                        .get("/api/v1/cases/" + maya.caseId() + "/legal")
                        .json()
                        .get("matters"))
                .isEmpty();
        String key = "matter-" + maya.name();
        Reply first = product.http("daniel").post(matters, Survivor.matter("ASYLUM", HEARING), "Idempotency-Key", key);
        Reply again = product.http("daniel").post(matters, Survivor.matter("ASYLUM", HEARING), "Idempotency-Key", key);
        assertThat(Survivor.id(again)).isEqualTo(Survivor.id(first));
    }

    @Test
    void what_is_due_comes_to_the_lawyer_and_to_who_leads_and_to_nobody_else() {
        Survivor maya = advised();
        String matter = maya.hasMatter("daniel", maya.inDays(5), "ESCORT");

        for (String person : new String[] {"daniel", "mina", "ilse"}) {
            assertThat(product.http(person)
                            .get("/api/v1/hearings?within=7&limit=100")
                            .text())
                    .as(person)
                    .contains(matter);
            assertThat(product.http(person)
                            .get("/api/v1/hearings?within=2&limit=100")
                            .text())
                    .as(person)
                    .doesNotContain(matter);
        }
        for (String person : new String[] {"jonas", "sana", "tomas"}) {
            assertThat(product.http(person)
                            .get("/api/v1/hearings?within=7&limit=100")
                            .text())
                    .as(person)
                    .doesNotContain(matter);
        }
        assertThat(product.http("mina").get("/api/v1/hearings?within=500").status())
                .isEqualTo(422);
    }

    @Test
    void who_finished_helping_reads_its_own_file_and_writes_no_more() {
        Survivor maya = Survivor.adult(product, "mina");
        String referral = maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        String matter = "/api/v1/matters/" + maya.hasMatter("daniel", HEARING, "ESCORT");
        must(204, post("daniel", "/api/v1/referrals/" + referral + "/first-contact", null));
        must(204, post("daniel", "/api/v1/referrals/" + referral + "/completion", Map.of("outcome", "SERVICE_GIVEN")));

        assertThat(product.http("daniel").get(matter).text()).contains(PRIVILEGED);
        assertThat(product.http("daniel")
                        .put(matter, Survivor.matter("ASYLUM", HEARING), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void each_hearing_is_set_moved_and_ended_by_itself_and_the_matter_says_the_next() {
        Survivor maya = advised();
        String matter = "/api/v1/matters/" + maya.hasMatter("daniel", HEARING, "ESCORT");
        String hearings = matter + "/hearings";
        must(204, post("daniel", hearings, hearing("2031-05-01T09:00:00Z")));
        assertThat(post("daniel", hearings, hearing("2031-05-01T09:00:00Z")).text())
                .contains("hearing-there-already");
        assertThat(post("daniel", hearings, hearing("2020-05-01T09:00:00Z")).text())
                .contains("before-its-matter");
        assertThat(post("mina", hearings, hearing("2031-06-01T09:00:00Z")).status())
                .isEqualTo(403);
        assertThat(legal(maya, "mina")).contains("2031-05-01T09:00:00Z");
        JsonNode first = product.http("daniel").get(hearings).json().get(0);
        String one = hearings + "/" + first.get("id").asText();
        must(204, post("mina", one + "/support", Map.of("need", "ESCORT")));
        must(204, product.http("daniel").put(one, hearing("2031-05-08T09:00:00Z"), "If-Match", "\"0\""));
        assertThat(product.http("daniel")
                        .put(one, hearing("2031-05-09T09:00:00Z"), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(412);
        JsonNode told = product.http("mina").get(hearings).json().get(0);
        assertThat(told.at("/supports/0/arranged").asBoolean())
                .as("asked again for the new day")
                .isFalse();
        assertThat(told.has("file")).isFalse();
        must(204, post("daniel", one + "/result", Map.of("result", "CANCELLED", "note", PRIVILEGED)));
        assertThat(product.http("mina").get(hearings).text())
                .contains("CANCELLED")
                .doesNotContain(PRIVILEGED);
        assertThat(legal(maya, "mina")).contains(HEARING).doesNotContain("2031-05");
    }

    private static Map<String, Object> hearing(String at) {
        return Map.of(
                "at",
                at,
                "type",
                "PRELIMINARY",
                "place",
                "COURT",
                "mode",
                "IN_PERSON",
                "needs",
                List.of("ESCORT"),
                "protection",
                List.of("SCREEN"));
    }

    @Test
    void police_are_told_the_minimum_where_she_agreed() {
        Survivor maya = advised();
        maya.hasMatter("daniel", HEARING, "ESCORT");
        helpedByPolice(maya, "IDENTITY", "LEGAL");
        assertThat(legal(maya, "marta"))
                .contains(HEARING, "COURT", "CLOSED_COURT")
                .doesNotContain(PRIVILEGED, "Open Door", "CRIMINAL_TRAFFICKER");
        assertThat(product.http("marta").get("/api/v1/hearings").status()).isEqualTo(403);
    }

    private void helpedByPolice(Survivor survivor, String... categories) {
        survivor.agreesToShareWith(POLICE, categories);
        String referral = survivor.isReferredTo(POLICE_PROTECTION, "URGENT", categories);
        must(204, post("ilse", "/api/v1/referrals/" + referral + "/approval", null));
        must(200, post("marta", "/api/v1/referrals/" + referral + "/acceptance", Map.of()));
    }

    @Test
    void where_the_guardian_who_signed_is_doubted_counsel_is_asked_that_day_and_where_the_mandate_ends_no_more() {
        Survivor girl = Survivor.child(product, "mina").authorityTold();
        String guardian = girl.hasGuardian("T. Example", "CONSENT", "LEGAL");
        girl.agreesToShareWith(OPEN_DOOR, "IDENTITY");
        String referral = girl.isReferredTo(OPEN_DOOR_ADVICE, "URGENT", "IDENTITY");
        must(204, product.http("ilse").post("/api/v1/referrals/" + referral + "/approval", null));
        must(200, product.http("daniel").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        String matter = girl.hasMatterWithoutDates("daniel", "CIVIL_COMPENSATION", "ADVICE");
        girl.isCheckedBy("daniel", matter);
        String today = girl.inDays(0).substring(0, 10);
        must(
                204,
                post(
                        "daniel",
                        "/api/v1/matters/" + matter + "/mandates",
                        Map.of("giver", "GUARDIAN", "scope", "ENFORCEMENT_TOO", "signedOn", today)));
        assertThat(lastDays(matter)).isEmpty();
        must(
                204,
                post(
                        "mina",
                        "/api/v1/cases/" + girl.caseId() + "/guardians/" + guardian + "/turns",
                        Map.of("to", "CONFLICT_REVIEW")));
        assertThat(lastDays(matter)).singleElement().satisfies(day -> {
            assertThat(day.at("/file/mandate").asText()).isNotBlank();
            await("asked, by a timer that is due").atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                            asked(day.get("id").asText()))
                    .contains("legal-deadline.see-to-it"));
        });
        String day = lastDays(matter).get(0).get("id").asText();
        must(
                204,
                post(
                        "daniel",
                        "/api/v1/matters/" + matter + "/mandate-end",
                        Map.of("endedBy", "LAWYER", "endedOn", today)));
        assertThat(lastDays(matter)).isEmpty();
        assertThat(asked(day)).isEmpty();
    }

    /** The last days of a matter that run. */
    private List<JsonNode> lastDays(String matter) {
        List<JsonNode> days = new ArrayList<>();
        must(200, product.http("daniel").get("/api/v1/matters/" + matter + "/deadlines"))
                .json()
                .forEach(days::add);
        return days.stream().filter(day -> !day.hasNonNull("outcome")).toList();
    }

    private List<String> asked(String deadline) {
        return product.work("daniel").stream()
                .filter(item -> item.at("/task/subject").asText().equals(deadline))
                .map(item -> item.at("/task/kind").asText())
                .toList();
    }

    private Survivor advised() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        return maya;
    }

    private String legal(Survivor survivor, String person) {
        return must(200, product.http(person).get("/api/v1/cases/" + survivor.caseId() + "/legal"))
                .text();
    }

    private JsonNode support(String matter, String person) {
        return product.http(person).get(matter).json().at("/minimum/supports/0");
    }

    private Reply post(String person, String path, Object body) {
        return product.http(person).post(path, body);
    }
}
