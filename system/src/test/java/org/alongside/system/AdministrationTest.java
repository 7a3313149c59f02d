package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Who is admitted, invited and leaves, with the real Keycloak. */
class AdministrationTest {
    private static final String USERS = "/admin/realms/alongside/users";

    private final Product product = Product.get();
    private final Administration house = new Administration(product);

    @Test
    void
            whom_the_administrator_invites_signs_in_with_a_password_that_nobody_here_knew_and_is_refused_when_she_leaves() {
        String username = ApiScene.unused();
        String organisation = house.admit("New Harbour");
        String worker = house.invite(organisation, username, "CW");
        JsonNode settled = house.settled(worker);
        assertThat(settled.has("failure")).as(settled.toString()).isFalse();
        assertThat(settled.get("letterFailed").asBoolean())
                .as("this realm has no mail")
                .isTrue();

        JsonNode user = user(username);
        assertThat(user.get("requiredActions").toString()).contains("UPDATE_PASSWORD");
        assertThat(product.keycloak()
                        .get(USERS + "/" + user.get("id").asText() + "/credentials")
                        .json())
                .as("no password passed through us")
                .isEmpty();
        house.choosesPassword(user);
        Http rana =
                new Http(product.url(), () -> Token.forPassword(product.stack().realmUrl(), username)
                        .text());
        JsonNode me = must(200, rana.get("/api/v1/me")).json();
        assertThat(me.get("organisationName").asText()).isEqualTo("New Harbour");
        assertThat(me.get("roles").toString()).isEqualTo("[\"CW\"]");

        String held = Token.forPassword(product.stack().realmUrl(), username).text();
        Http withHeldToken = new Http(product.url(), () -> held);
        assertThat(withHeldToken.get("/api/v1/me").status()).isEqualTo(200);
        must(204, product.http("kim").post("/api/v1/workers/" + worker + "/departure", null));
        assertThat(withHeldToken.get("/api/v1/me").status())
                .as("at once, with a token that lasts on")
                .isEqualTo(403);
        house.until(worker, "CLOSED");
        assertThat(user(username).get("enabled").asBoolean()).isFalse();
    }

    @Test
    void a_login_that_is_there_is_found_by_name_or_address_and_one_of_somebody_else_is_not_taken() {
        String there = ApiScene.unused();
        product.keycloak().post(USERS, Map.of("username", there, "email", there + "@example.org", "enabled", true));
        String organisation = house.admit("Old Harbour");
        JsonNode found = house.settled(house.invite(organisation, there, "COU"));
        assertThat(found.has("failure")).as(found.toString()).isFalse();
        String id = user(there).get("id").asText();
        assertThat(product.keycloak()
                        .get(USERS + "/" + id + "/role-mappings/realm")
                        .text())
                .contains("COU");
        assertThat(product.sql()
                        .one(
                                "select subject from alongside.worker where worker_id = cast(? as uuid)",
                                found.get("id").asText()))
                .isEqualTo(id);

        String other = house.invite(organisation, "mina", "CW");
        JsonNode taken = waitForFailure(other);
        assertThat(taken.get("failure").asText()).as("mina has another address").isEqualTo("TAKEN");
        assertThat(must(200, product.http("mina").get("/api/v1/me"))
                        .json()
                        .get("organisationName")
                        .asText())
                .isEqualTo("Harbour Light");
        must(204, product.http("kim").post("/api/v1/workers/" + other + "/departure", null));
    }

    @Test
    void roles_are_changed_at_the_sign_in_too() {
        String username = ApiScene.unused();
        String worker = house.invite(house.admit("New Harbour"), username, "CW");
        house.settled(worker);
        must(204, product.http("kim").put("/api/v1/workers/" + worker + "/roles", Map.of("roles", List.of("SUP"))));
        String roles = USERS + "/" + user(username).get("id").asText() + "/role-mappings/realm";
        await().atMost(Administration.PATIENCE)
                .untilAsserted(() -> assertThat(product.keycloak().get(roles).text())
                        .contains("\"SUP\"")
                        .doesNotContain("\"CW\""));
    }

    @Test
    void people_of_a_suspended_organisation_are_told_and_nothing_is_sent_to_it() {
        String username = ApiScene.unused();
        String organisation = house.admit("New Harbour");
        house.settled(house.invite(organisation, username, "SUP"));
        house.choosesPassword(user(username));
        Http rana =
                new Http(product.url(), () -> Token.forPassword(product.stack().realmUrl(), username)
                        .text());
        must(200, rana.get("/api/v1/me"));
        house.suspend(organisation);
        Reply refused = rana.get("/api/v1/me");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("organisation-suspended", "suspended for now");
        must(204, product.http("kim").post("/api/v1/organisations/" + organisation + "/reinstatement", null));
        must(200, rana.get("/api/v1/me"));
    }

    @Test
    void an_agreement_that_has_ended_stops_what_is_sent_and_not_care_under_way() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(Survivor.OPEN_DOOR, "IDENTITY");
        String address = "/api/v1/organisations/" + Survivor.OPEN_DOOR;
        Reply before = must(200, product.http("kim").get(address));
        String referral = maya.isReferredTo(Survivor.OPEN_DOOR_ADVICE, "URGENT", "IDENTITY");
        must(200, product.http("daniel").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        try {
            change(address, before, "2024-03-10");
            assertThat(product.http("daniel")
                            .get("/api/v1/cases/" + maya.caseId())
                            .status())
                    .as("care goes on")
                    .isEqualTo(200);
            Survivor noor = Survivor.adult(product, "mina");
            noor.agreesToShareWith(Survivor.OPEN_DOOR, "IDENTITY");
            Reply refused = product.http("mina")
                    .post(
                            "/api/v1/cases/" + noor.caseId() + "/referrals",
                            Map.of(
                                    "service",
                                    Survivor.OPEN_DOOR_ADVICE,
                                    "urgency",
                                    "URGENT",
                                    "categories",
                                    List.of("IDENTITY")));
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.text()).contains("agreement");
        } finally {
            change(
                    address,
                    must(200, product.http("kim").get(address)),
                    before.json().get("agreementUntil").asText());
        }
    }

    @Test
    void while_the_sign_in_is_away_nothing_is_lost_and_it_is_told_when_it_is_back() throws Exception {
        String organisation = house.admit("New Harbour");
        Http kim = new Http(product.url(), heldToken("kim"));
        String username = ApiScene.unused();
        product.stack().killKeycloak();
        String worker;
        try {
            worker = Survivor.id(must(
                    201,
                    kim.post(
                            "/api/v1/organisations/" + organisation + "/workers",
                            Map.of(
                                    "name",
                                    "Rana Said",
                                    "username",
                                    username,
                                    "email",
                                    username + "@example.org",
                                    "roles",
                                    List.of("CW"),
                                    "team",
                                    teamOf(kim, organisation),
                                    "language",
                                    "en"))));
            JsonNode waiting = waitForFailure(kim, worker);
            assertThat(waiting.get("failure").asText()).isEqualTo("AWAY");
            assertThat(waiting.get("login").asText()).isEqualTo("INVITED");
            // the engine writes down that its job failed after what the job itself has kept
            await("shown as failed work too")
                    .atMost(Administration.PATIENCE)
                    .until(() -> kim.get("/api/v1/failed-work").text().contains(worker));
        } finally {
            product.stack().startKeycloak();
        }
        JsonNode settled = house.settled(worker);
        assertThat(settled.has("failure")).isFalse();
        assertThat(user(username).get("enabled").asBoolean()).isTrue();
    }

    @Test
    void a_shelter_manager_must_set_up_a_second_factor_where_it_is_on_and_her_token_shows_it() throws Exception {
        Http keycloak = product.keycloak();
        String petra = user("petra").get("id").asText();
        flow(keycloak, "alongside browser");
        try (Browser manager = Browser.somebody();
                Browser caseworker = Browser.somebody()) {
            caseworker.open("/");
            caseworker.signIn("mina");
            assertThat(caseworker.page().url()).as("not asked of everybody").startsWith(product.url());

            Page page = manager.open("/");
            manager.fillName("petra");
            manager.fillPassword("alongside");
            assertThat(page.url())
                    .as("she does not get in by her password alone")
                    .startsWith(product.stack().realmUrl());
            manager.axe();
            manager.screenshot("second-factor-set-up");
            String secret = (String) page.evaluate("() => document.querySelector('[name=totpSecret]').value");
            page.locator("[name=totp]").fill(code(secret));
            page.locator("[name=userLabel]").fill("phone");
            page.locator("form button, form input[type=submit]").last().click();
            page.waitForURL(address -> address.startsWith(product.url() + "/"));
            assertThat(page.locator("main").innerText()).isNotBlank();
            assertThat(keycloak.get(USERS + "/" + petra + "/credentials").text())
                    .contains("otp");
        } finally {
            flow(keycloak, "demo browser");
            for (JsonNode credential :
                    keycloak.get(USERS + "/" + petra + "/credentials").json()) {
                if (credential.get("type").asText().equals("otp")) {
                    keycloak.delete(USERS + "/" + petra + "/credentials/"
                            + credential.get("id").asText());
                }
            }
        }
    }

    private void flow(Http keycloak, String flow) {
        ObjectNode realm = (ObjectNode) keycloak.get("/admin/realms/alongside").json();
        realm.put("browserFlow", flow);
        must(204, keycloak.put("/admin/realms/alongside", realm));
    }

    /** The code of now, by RFC 6238. */
    private static String code(String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array());
        int at = hash[hash.length - 1] & 0xf;
        return "%06d".formatted((ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff) % 1_000_000);
    }

    private void change(String address, Reply known, String agreementUntil) {
        JsonNode now = known.json();
        must(
                204,
                product.http("kim")
                        .put(
                                address,
                                Map.of(
                                        "name",
                                        now.get("name").asText(),
                                        "type",
                                        now.get("type").asText(),
                                        "region",
                                        now.get("region").asText(),
                                        "vettedOn",
                                        now.get("vettedOn").asText(),
                                        "agreementUntil",
                                        agreementUntil,
                                        "competentAuthority",
                                        false,
                                        "approvesEveryReferral",
                                        false),
                                "If-Match",
                                known.header("ETag")));
    }

    private java.util.function.Supplier<String> heldToken(String person) {
        String token = Token.forPassword(product.stack().realmUrl(), person).text();
        return () -> token;
    }

    private static String teamOf(Http kim, String organisation) {
        return must(200, kim.get("/api/v1/organisations/" + organisation))
                .json()
                .at("/teams/0/id")
                .asText();
    }

    private JsonNode waitForFailure(String worker) {
        return waitForFailure(product.http("kim"), worker);
    }

    private static JsonNode waitForFailure(Http kim, String worker) {
        return await().atMost(Administration.PATIENCE)
                .until(() -> must(200, kim.get("/api/v1/workers/" + worker)).json(), now -> now.has("failure"));
    }

    private JsonNode user(String username) {
        return product.keycloak()
                .get(USERS + "?exact=true&username=" + username)
                .json()
                .get(0);
    }
}
