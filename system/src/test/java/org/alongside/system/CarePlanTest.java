package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.TIDE;
import static org.alongside.system.Survivor.TIDE_CLINIC;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A care plan by the API: whose it is, what is told to whom, and what is refused in words. */
class CarePlanTest {
    private static final String QUAY = "00000000-0000-4000-9000-000000000002";
    private static final String QUAY_MENTORING = "00000000-0000-4000-b000-000000000008";

    private final Product product = Product.get();

    @Test
    void the_shelter_finds_its_step_and_her_words_and_nothing_else_of_the_plan() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        String door = maya.wants("A door I can lock");
        maya.wants("My passport back");
        maya.hasStep(door, "Give her a key", WILLOW, "SHS");
        maya.hasStep(door, "Look for a flat", "00000000-0000-4000-9000-000000000001", "CW");

        JsonNode plan = plan(maya, "sana");
        assertThat(plan.get("whole").asBoolean()).isFalse();
        assertThat(plan.findValuesAsText("statement")).containsExactly("A door I can lock");
        assertThat(plan.findValuesAsText("what")).containsExactly("Give her a key");
        assertThat(plan(maya, "mina").findValuesAsText("what")).hasSize(2);
        assertThat(plan(maya, "ilse").get("writes").asBoolean())
                .as("a supervisor reads")
                .isFalse();
        assertThat(product.http("sana").get("/api/v1/due-steps?days=0").text()).contains("Give her a key");
        assertThat(product.http("luis").get("/api/v1/due-steps?days=31").text()).doesNotContain("Give her a key");
    }

    @Test
    void who_reads_the_whole_plan_and_nothing_of_her_housing_is_not_told_which_house_shelters_her() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        String step = maya.hasStep(maya.wants("A door I can lock"), "Give her a key", WILLOW, "SHS");
        must(204, post("sana", "/api/v1/steps/" + step + "/completion", Map.of("outcome", "She has it")));
        maya.isHelpedBy("tomas", QUAY, QUAY_MENTORING, "IDENTITY", "CARE_PLAN_GOALS");

        JsonNode plan = plan(maya, "tomas");
        assertThat(plan.get("whole").asBoolean()).isTrue();
        assertThat(plan.findValuesAsText("what")).containsExactly("Give her a key");
        assertThat(plan.findValue("unnamed").asBoolean()).isTrue();
        for (String told : List.of(
                plan.toString(),
                product.http("tomas").get("/api/v1/steps/" + step).text(),
                product.http("tomas")
                        .get("/api/v1/cases/" + maya.caseId() + "/journey")
                        .text())) {
            assertThat(told).doesNotContain("Willow", WILLOW, "Sana", "Shelter staff");
        }
        assertThat(product.http("tomas")
                        .get("/api/v1/cases/" + maya.caseId() + "/journey")
                        .text())
                .contains("step-done-by-another");
        assertThat(plan(maya, "mina").toString()).contains("Willow Rooms");
    }

    @Test
    void each_moves_its_own_on_and_the_lead_sees_it_and_the_journey_tells_it() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        String step = maya.hasStep(maya.wants("A door I can lock"), "Give her a key", WILLOW, "SHS");

        must(204, post("sana", "/api/v1/steps/" + step + "/beginning", null));
        assertThat(product.http("mina")
                        .get("/api/v1/steps/" + step)
                        .json()
                        .at("/owner/workerName")
                        .asText())
                .isEqualTo("Sana Haddad");
        must(204, post("petra", "/api/v1/steps/" + step + "/block", Map.of("reason", "NO_PLACE")));
        must(204, post("petra", "/api/v1/steps/" + step + "/completion", Map.of("outcome", "She has it")));
        assertThat(post("petra", "/api/v1/steps/" + step + "/completion", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + maya.caseId() + "/journey")
                        .text())
                .contains("step-done", "Willow Rooms");
        must(204, post("sana", "/api/v1/steps/" + step + "/resumption", null));
        assertThat(product.http("mina")
                        .get("/api/v1/steps/" + step)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("BLOCKED");
        assertThat(post("sana", "/api/v1/steps/" + step + "/cancellation", Map.of("reason", "NOT_NEEDED"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_health_worker_and_a_lawyer_each_find_finish_and_tell_what_was_given_to_them_and_nothing_of_the_other() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("yusuf", TIDE, TIDE_CLINIC, "IDENTITY", "CARE_PLAN_GOALS");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY", "CARE_PLAN_GOALS");
        String goal = maya.wants("To be well and to stay");
        String teeth = maya.hasStep(goal, "See a dentist with her", TIDE, "HLT");
        String papers = maya.hasStep(goal, "Ask for her papers", OPEN_DOOR, "LAW");

        for (String[] one : new String[][] {{"yusuf", teeth, papers}, {"daniel", papers, teeth}}) {
            assertThat(must(200, product.http(one[0]).get("/api/v1/due-steps?days=0&limit=100"))
                            .text())
                    .as("what is due for " + one[0])
                    .contains(one[1])
                    .doesNotContain(one[2]);
            assertThat(product.http(one[0]).get("/api/v1/steps/" + one[2]).status())
                    .isEqualTo(404);
            must(204, post(one[0], "/api/v1/steps/" + one[1] + "/completion", Map.of("outcome", "Done with her")));
            assertThat(product.http("mina").get("/api/v1/steps/" + one[1]).text())
                    .contains("DONE", "Done with her");
        }
    }

    @Test
    void a_counsellor_writes_goals_of_its_own_without_seeing_the_plan() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("noor", CEDAR, CEDAR_COUNSELLING, "IDENTITY");
        maya.wants("My passport back");
        String sleep = id(must(
                201,
                post(
                        "noor",
                        "/api/v1/cases/" + maya.caseId() + "/goals",
                        Map.of(
                                "domain",
                                "MENTAL_HEALTH",
                                "statement",
                                "To sleep through the night",
                                "priority",
                                "NOW"))));

        assertThat(plan(maya, "noor").findValuesAsText("statement")).containsExactly("To sleep through the night");
        assertThat(plan(maya, "mina").findValuesAsText("statement")).hasSize(2);
        Reply refused = post("noor", "/api/v1/goals/" + sleep + "/steps", given("Rest", WILLOW, "SHS"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("only-the-lead-gives-steps");
        assertThat(product.http("elif").get("/api/v1/goals/" + sleep).status())
                .as("a colleague down the corridor")
                .isEqualTo(404);
    }

    @Test
    void a_step_is_given_only_to_who_helps_her_and_only_with_her_word() {
        Survivor maya = Survivor.adult(product, "mina");
        String goal = maya.wants("A door I can lock");
        assertThat(maya.plan(goal, "Give her a key", WILLOW, "SHS").text()).contains("does-not-help-her-now");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        Reply refused = maya.plan(goal, "Give her a key", WILLOW, "SHS");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("plan-not-agreed-for-them");
        maya.agreesToShareWith(WILLOW, "IDENTITY", "CARE_PLAN_GOALS");
        maya.hasStep(goal, "Give her a key", WILLOW, "SHS");
        assertThat(maya.plan(goal, "Give her a key", WILLOW, "LAW").text()).contains("not-their-role");
        assertThat(maya.plan(goal, "Give her a key", POLICE, "LEL").text()).contains("does-not-help-her-now");
        assertThat(plan(maya, "sana").findValuesAsText("what")).containsExactly("Give her a key");

        String latest = maya.agreesToShareWith(WILLOW, "IDENTITY");
        assertThat(plan(maya, "sana").findValuesAsText("what"))
                .as("her latest word counts")
                .isEmpty();
        assertThat(plan(maya, "mina").findValue("knows").asBoolean()).isFalse();
        must(204, post("mina", "/api/v1/consents/" + latest + "/withdrawal", null));
        assertThat(product.http("sana")
                        .get("/api/v1/cases/" + maya.caseId() + "/care-plan")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void of_two_who_edit_one_goal_the_second_is_told_what_changed() {
        Survivor maya = Survivor.adult(product, "mina");
        String goal = "/api/v1/goals/" + maya.wants("A door I can lock");
        Map<String, Object> first = Map.of("domain", "HOUSING", "statement", "Two doors", "priority", "NOW");
        Map<String, Object> second = Map.of("domain", "HOUSING", "statement", "A window", "priority", "LATER");

        assertThat(product.http("mina").put(goal, first).status())
                .as("no If-Match")
                .isEqualTo(428);
        must(204, product.http("mina").put(goal, first, "If-Match", "\"0\""));
        Reply stale = product.http("mina").put(goal, second, "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("changed-fields", "statement").doesNotContain("priority");
        assertThat(product.http("mina").get(goal).header("ETag")).isEqualTo("\"1\"");
        must(204, product.http("mina").put(goal, second, "If-Match", "\"1\""));
    }

    @Test
    void who_finished_helping_reads_its_own_and_writes_no_more() {
        Survivor maya = Survivor.adult(product, "mina");
        String referral = maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        String step = maya.hasStep(maya.wants("A door I can lock"), "Give her a key", WILLOW, "SHS");
        must(204, post("sana", "/api/v1/referrals/" + referral + "/first-contact", null));
        must(204, post("sana", "/api/v1/referrals/" + referral + "/completion", Map.of("outcome", "SERVICE_GIVEN")));

        assertThat(plan(maya, "sana").get("writes").asBoolean()).isFalse();
        assertThat(post("sana", "/api/v1/steps/" + step + "/completion", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_goal_is_agreed_and_met_by_her_word_and_takes_its_steps_with_it() {
        Survivor maya = Survivor.adult(product, "mina");
        String goal = maya.wants("A door I can lock");
        String step = maya.hasStep(goal, "Look for a flat", "00000000-0000-4000-9000-000000000001", "CW");
        String path = "/api/v1/goals/" + goal;
        assertThat(post("mina", path + "/agreement", Map.of("agreedByHer", false))
                        .status())
                .isEqualTo(422);
        assertThat(post("mina", path + "/end", Map.of("status", "MET", "confirmedByHer", true))
                        .text())
                .contains("goal-not-agreed");
        must(204, post("mina", path + "/agreement", Map.of("agreedByHer", true)));
        assertThat(post("mina", path + "/end", Map.of("status", "MET", "confirmedByHer", false))
                        .text())
                .contains("she-says-so");
        must(204, post("mina", path + "/end", Map.of("status", "MET", "confirmedByHer", true)));
        assertThat(product.http("mina")
                        .get("/api/v1/steps/" + step)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(post("mina", "/api/v1/steps/" + step + "/resumption", null).text())
                .contains("goal-ended");
    }

    @Test
    void the_list_of_what_is_due_goes_on_where_it_stopped() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy(
                "luis", Survivor.LANTERN, "00000000-0000-4000-b000-000000000002", "IDENTITY", "CARE_PLAN_GOALS");
        String goal = maya.wants("A door I can lock");
        for (String what : List.of("One", "Two", "Three")) {
            maya.hasStep(goal, what, Survivor.LANTERN, "SHS");
        }
        String first = "/api/v1/due-steps?days=0&limit=2";
        JsonNode page = product.http("luis").get(first).json();
        assertThat(page.get("items")).hasSize(2);
        JsonNode rest = product.http("luis")
                .get(first + "&cursor=" + page.get("next").asText())
                .json();
        assertThat(rest.findValuesAsText("id")).doesNotContainAnyElementsOf(page.findValuesAsText("id"));
        assertThat(product.http("luis").get("/api/v1/due-steps?days=99").status())
                .isEqualTo(422);
        assertThat(product.http("luis").get("/api/v1/due-steps?cursor=x").status())
                .isEqualTo(422);
    }

    private JsonNode plan(Survivor survivor, String person) {
        return must(200, product.http(person).get("/api/v1/cases/" + survivor.caseId() + "/care-plan"))
                .json();
    }

    private Reply post(String person, String path, Object body) {
        return product.http(person).post(path, body);
    }

    private static Map<String, Object> given(String what, String organisation, String role) {
        return Map.of("what", what, "owner", Map.of("organisation", organisation, "role", role), "dueOn", "2027-01-15");
    }
}
