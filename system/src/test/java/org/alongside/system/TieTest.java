package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who works here knows the survivor: from that second there is no such file for them. */
class TieTest {
    /** Refused to the role alone, before anything is looked for. */
    private static final Set<String> NOT_FOR_CASEWORKERS = Set.of("verifyCaseAudit");

    private final Product product = Product.get();

    @AfterEach
    void nobody_stays_shut_out_of_what_other_tests_do() {
        product.sql().run("delete from alongside.conflict_declaration");
    }

    @Test
    void every_operation_answers_the_one_with_a_tie_as_if_there_were_nothing() {
        SoftAssertions all = new SoftAssertions();
        for (ApiScene.Kind kind : List.of(
                ApiScene.Kind.CASE,
                ApiScene.Kind.CONSENT,
                ApiScene.Kind.PLAN,
                ApiScene.Kind.MATTER,
                ApiScene.Kind.SENT,
                ApiScene.Kind.PROPOSED)) {
            ApiScene scene = ApiScene.make(kind, product);
            ApiScene nothing = new ApiScene(ApiScene.Kind.NONE, Map.of());
            declares("mina", code(scene));
            Http mina = product.http("mina");
            int asked = 0;
            for (ApiOperation operation : ApiOperation.all(product)) {
                if (!operation.address(scene).equals(operation.address(nothing))) {
                    Reply closed = ApiRolesTest.ask(product, operation, mina, scene);
                    Reply nowhere = ApiRolesTest.ask(product, operation, mina, nothing);
                    all.assertThat(closed.status())
                            .as(kind + " " + operation.id())
                            .isEqualTo(NOT_FOR_CASEWORKERS.contains(operation.id()) ? 403 : 404);
                    all.assertThat(closed.text().replaceAll("[0-9a-f-]{36}", ""))
                            .as(kind + " " + operation.id())
                            .isEqualTo(nowhere.text().replaceAll("[0-9a-f-]{36}", ""));
                    asked++;
                }
            }
            all.assertThat(asked).as(kind.toString()).isGreaterThan(2);
        }
        all.assertAll();
    }

    @Test
    void no_list_no_search_and_no_task_leads_there_any_more() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        survivor.hasStep(survivor.wants("A door I can lock"), "Give her a key", WILLOW, "SHS");
        String code = survivor.code();
        List<String> lists = List.of(
                "/api/v1/cases",
                "/api/v1/case-codes/" + code,
                "/api/v1/tasks",
                "/api/v1/tasks/asked",
                "/api/v1/due-steps");
        assertThat(everyPage("sana", "/api/v1/cases")).contains(survivor.caseId());

        declares("sana", code.toLowerCase().replace("-", ""));

        for (String list : lists) {
            assertThat(everyPage("sana", list)).as(list).doesNotContain(survivor.caseId(), survivor.name());
        }
        assertThat(product.http("sana")
                        .post("/api/v1/name-searches", Map.of("words", survivor.name()))
                        .text())
                .doesNotContain(survivor.caseId());
        assertThat(survivor.fileFor("sana").status()).isEqualTo(404);
        assertThat(survivor.fileFor("petra").status())
                .as("the others of the shift go on")
                .isEqualTo(200);
        assertThat(survivor.fileFor("mina").status()).isEqualTo(200);
    }

    @Test
    void a_tie_to_a_file_one_cannot_open_is_answered_as_one_to_a_file_that_is_nowhere() {
        Survivor foreign = Survivor.adult(product, "tomas");
        Http mina = product.http("mina");
        Reply there = mina.post("/api/v1/me/ties", Map.of("caseCode", foreign.code(), "tie", "RELATIVE"));
        Reply nowhere = mina.post("/api/v1/me/ties", Map.of("caseCode", "99-999999", "tie", "RELATIVE"));
        assertThat(must(201, there).json().fieldNames()).toIterable().containsExactly("id");
        assertThat(must(201, nowhere).headers().map().keySet())
                .isEqualTo(there.headers().map().keySet());
        JsonNode own = must(200, mina.get("/api/v1/me/ties")).json();
        for (JsonNode one : own) {
            assertThat(one.fieldNames())
                    .toIterable()
                    .isSubsetOf("id", "caseCode", "tie", "declaredAt", "endedAt")
                    .contains("caseCode");
        }
        assertThat(own.toString()).contains(foreign.code(), "99-999999").doesNotContain(foreign.caseId());
        Reply again = mina.post("/api/v1/me/ties", Map.of("caseCode", foreign.code(), "tie", "OTHER"));
        assertThat(must(422, again).text()).contains("tie-declared-already");
        assertThat(must(422, mina.post("/api/v1/me/ties", Map.of("caseCode", "Maya", "tie", "OTHER")))
                        .text())
                .contains("not-a-case-code");
    }

    @Test
    void neither_the_case_nor_a_referral_goes_to_them_and_nobody_is_told_why() {
        Survivor survivor = Survivor.adult(product, "mina");
        Administration house = new Administration(product);
        declares("jonas", survivor.code());
        Reply given = product.http("ilse")
                .post("/api/v1/cases/" + survivor.caseId() + "/assignment", Map.of("worker", house.me("jonas")));
        assertThat(must(403, given).text()).contains("cannot-take-this-on").doesNotContain("conflict", "tie-");
        assertThat(must(200, product.http("ilse").get("/api/v1/cases/" + survivor.caseId() + "/ties"))
                        .json()
                        .toString())
                .isEqualTo("[\"" + house.me("jonas") + "\"]");

        declares("noor", survivor.code());
        survivor.agreesToShareWith(CEDAR, "IDENTITY");
        String first = survivor.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        assertThat(product.http("noor").get("/api/v1/incoming?limit=100").text())
                .doesNotContain(first);
        assertThat(product.http("noor").get("/api/v1/referrals/" + first).status())
                .isEqualTo(404);
        assertThat(product.http("elif").get("/api/v1/referrals/" + first).status())
                .isEqualTo(200);
        Reply accepted = product.http("elif")
                .post("/api/v1/referrals/" + first + "/acceptance", Map.of("assignee", house.me("noor")));
        assertThat(accepted.status()).isIn(403, 422);
        assertThat(accepted.text()).doesNotContain("conflict", "tie");
        must(204, product.http("mina").post("/api/v1/referrals/" + first + "/revocation", Map.of("reason", "SAFETY")));

        declares("elif", survivor.code());
        declares("nadia", survivor.code());
        Reply nobody = survivor.refer(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        assertThat(nobody.status()).isIn(403, 422);
        assertThat(nobody.text()).contains("nobody-there").doesNotContain("conflict", "tie");
    }

    @Test
    void the_supervisor_is_told_that_nobody_is_left_gives_it_to_somebody_and_ends_the_tie_with_a_reason() {
        Survivor survivor = Survivor.adult(product, "mina");
        Administration house = new Administration(product);
        survivor.agreesToShareWith(WILLOW, "IDENTITY");
        String code = survivor.code();
        String tie = declares("mina", code);
        assertThat(must(200, product.http("ilse").get("/api/v1/team/left-alone"))
                        .text())
                .contains(survivor.caseId());
        assertThat(must(200, product.http("ilse").get("/api/v1/team/ties")).text())
                .contains(tie, code);
        assertThat(must(200, product.http("farah").get("/api/v1/team/ties")).text())
                .doesNotContain(tie);
        must(
                204,
                product.http("ilse")
                        .post(
                                "/api/v1/cases/" + survivor.caseId() + "/assignment",
                                Map.of("worker", house.me("jonas"))));
        assertThat(must(200, product.http("ilse").get("/api/v1/team/left-alone"))
                        .text())
                .doesNotContain(survivor.caseId());
        assertThat(survivor.fileFor("jonas").status()).isEqualTo(200);

        for (String other : List.of("mina", "jonas", "farah", "kim")) {
            assertThat(ends(other, tie, "BY_MISTAKE").status()).as(other).isEqualTo(404);
        }
        assertThat(must(422, ends("ilse", tie, null)).text()).contains("missing");
        must(204, ends("ilse", tie, "NO_TIE_FOUND"));
        assertThat(must(409, ends("ilse", tie, "NO_TIE_FOUND")).text()).contains("tie-ended-already");
        assertThat(survivor.fileFor("mina").status())
                .as("somebody else works on it by now")
                .isEqualTo(404);
        for (String act : List.of("DECLARE_TIE", "END_TIE")) {
            assertThat(product.sql()
                            .count(
                                    "select count(*) from alongside.audit_event where action = '%s' and subject_id = '%s' and outcome = 'PERMITTED'"
                                            .formatted(act, tie)))
                    .as(act)
                    .isEqualTo(1);
        }
    }

    @Test
    void what_they_had_taken_of_it_is_offered_again() {
        ApiScene taken = ApiScene.make(ApiScene.Kind.TAKEN_TASK, product);
        String task = taken.ids().get("taskId");
        assertThat(product.http("petra").get("/api/v1/tasks/taken").text()).contains(task);

        declares("sana", code(taken));

        assertThat(product.http("petra").get("/api/v1/tasks/taken").text()).doesNotContain(task);
        must(204, product.http("petra").post("/api/v1/tasks/" + task + "/claim", null));
        assertThat(product.http("sana")
                        .post("/api/v1/tasks/" + task + "/claim", null)
                        .status())
                .isEqualTo(404);
    }

    /** A list to its end: how many cases the others of this run have left is not known here. */
    private String everyPage(String person, String list) {
        StringBuilder all = new StringBuilder();
        String cursor = "";
        do {
            Reply page = product.http(person).get(list + cursor);
            assertThat(page.status()).as(list).isIn(200, 404);
            all.append(page.text());
            JsonNode next = page.json().path("next");
            cursor = next.isTextual() ? "?limit=100&cursor=" + next.textValue() : "";
        } while (!cursor.isEmpty());
        return all.toString();
    }

    private String declares(String person, String code) {
        return id(
                must(201, product.http(person).post("/api/v1/me/ties", Map.of("caseCode", code, "tie", "COMMUNITY"))));
    }

    private Reply ends(String person, String tie, String reason) {
        return product.http(person)
                .post("/api/v1/team/ties/" + tie + "/end", reason == null ? Map.of() : Map.of("reason", reason));
    }

    private String code(ApiScene scene) {
        return (String) product.sql()
                .one(
                        "select case_code from alongside.case_file where case_id = ?",
                        UUID.fromString(scene.ids().get("caseId")));
    }
}
