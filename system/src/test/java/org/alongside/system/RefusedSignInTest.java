package org.alongside.system;

import static org.alongside.system.Survivor.HARBOUR_LIGHT;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tokens that do not hold, and people whom the provider lets in and this house does not: refused, and written down. */
class RefusedSignInTest {
    private static final String REALM = "/admin/realms/alongside";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final Product product = Product.get();

    @Test
    void a_token_that_was_made_up_or_changed_opens_nothing() throws GeneralSecurityException {
        String[] minas = product.token("mina").split("\\.");
        String noors = product.token("noor").split("\\.")[1];
        String header = new String(Base64.getUrlDecoder().decode(minas[0]), StandardCharsets.UTF_8);
        String unsigned = URL.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        PrivateKey ours = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        assertThat(header).contains("\"RS256\"", "\"kid\"");
        for (String forged : List.of(
                minas[0] + "." + noors + "." + minas[2],
                minas[0] + "." + minas[1] + "." + signed(minas[0] + "." + minas[1], ours),
                unsigned + "." + minas[1] + ".",
                unsigned + "." + minas[1] + "." + minas[2])) {
            isRefused(forged, 401);
        }
        assertThat(writtenDown("hugo")).contains("token-not-genuine");
    }

    @Test
    void a_token_that_ran_out_was_made_for_another_or_is_none_opens_nothing() {
        String elsewhere = client(false, 300);
        String brief = client(true, 2);
        try {
            isRefused("mina", 401);
            isRefused(token(elsewhere), 401);
            String once = token(brief);
            await("a token that lasts two seconds, and what the adapter allows for clocks that differ")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> ask(once).status() == 401);
            isRefused(once, 401);
        } finally {
            product.keycloak().delete(REALM + "/clients/" + idOf(elsewhere));
            product.keycloak().delete(REALM + "/clients/" + idOf(brief));
        }
        assertThat(writtenDown("vera")).contains("token-unreadable", "token-for-another", "token-expired");
    }

    @Test
    void whom_the_provider_knows_and_nobody_here_does_is_told_so_and_it_is_written_down() {
        String stranger = ApiScene.unused();
        must(
                201,
                product.keycloak()
                        .post(
                                REALM + "/users",
                                Map.of(
                                        "username",
                                        stranger,
                                        "email",
                                        stranger + "@example.org",
                                        "firstName",
                                        "A",
                                        "lastName",
                                        "Stranger",
                                        "enabled",
                                        true)));
        new Administration(product).choosesPassword(login(stranger));
        isRefused(Token.forPassword(product.stack().realmUrl(), stranger).text(), 403);
        assertThat(writtenDown("hugo")).contains("not-a-worker");
    }

    @Test
    void a_role_of_which_the_house_knows_nothing_opens_nothing_and_a_leaver_is_written_down_by_name() {
        Administration house = new Administration(product);
        String username = ApiScene.unused();
        String worker = house.invite(HARBOUR_LIGHT, username, "CW");
        house.settled(worker);
        Http keycloak = product.keycloak();
        JsonNode user = login(username);
        String mappings = REALM + "/users/" + user.get("id").asText() + "/role-mappings/realm";
        house.choosesPassword(user);
        keycloak.post(REALM + "/roles", Map.of("name", "HARBOUR_MASTER"));
        try {
            JsonNode known = keycloak.get(REALM + "/roles/CW").json();
            JsonNode unknown = keycloak.get(REALM + "/roles/HARBOUR_MASTER").json();
            must(204, keycloak.send("DELETE", mappings, List.of(known)));
            must(204, keycloak.post(mappings, List.of(unknown)));
            String token =
                    Token.forPassword(product.stack().realmUrl(), username).text();

            assertThat(claims(token)).contains("HARBOUR_MASTER");
            Http master = new Http(product.url(), () -> token);
            for (String door :
                    List.of("/api/v1/cases", "/api/v1/tasks", "/api/v1/audit-events", "/api/v1/organisations")) {
                assertThat(master.get(door).status()).as(door).isEqualTo(403);
            }
            must(204, product.http("kim").post("/api/v1/workers/" + worker + "/departure", null));
            isRefused(token, 403);
        } finally {
            keycloak.delete(REALM + "/roles/HARBOUR_MASTER");
        }
        JsonNode newest = must(200, product.http("vera").get("/api/v1/audit-events?action=SIGN_IN&limit=1"))
                .json()
                .at("/items/0");
        assertThat(newest.get("reason").asText()).isEqualTo("not-a-worker");
        assertThat(newest.get("organisationName").asText()).isEqualTo("Harbour Light");
        assertThat(newest.get("outcome").asText()).isEqualTo("REFUSED");
    }

    private void isRefused(String token, int status) {
        Reply refused = ask(token);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text()).doesNotContain("Exception", "org.wildfly", "\tat ", "kid", "signature");
    }

    private Reply ask(String token) {
        return new Http(product.url(), () -> token).get("/api/v1/cases");
    }

    /** Why sign-ins were refused lately, as a data protection officer reads it. */
    private List<String> writtenDown(String officer) {
        List<String> reasons = new ArrayList<>();
        must(200, product.http(officer).get("/api/v1/audit-events?action=SIGN_IN&outcome=REFUSED&limit=100"))
                .json()
                .get("items")
                .forEach(event -> reasons.add(event.get("reason").asText()));
        return reasons;
    }

    private String token(String client) {
        return Token.forPassword(product.stack().realmUrl(), client, "mina").text();
    }

    /** A client through which scripts sign in, whose tokens are for the API or not, and last so many seconds. */
    private String client(boolean forTheApi, int seconds) {
        String name = "trial-" + UUID.randomUUID();
        must(
                201,
                product.keycloak()
                        .post(
                                REALM + "/clients",
                                Map.of(
                                        "clientId",
                                        name,
                                        "publicClient",
                                        true,
                                        "directAccessGrantsEnabled",
                                        true,
                                        "standardFlowEnabled",
                                        false,
                                        "attributes",
                                        Map.of("access.token.lifespan", String.valueOf(seconds)),
                                        "protocolMappers",
                                        forTheApi ? List.of(AUDIENCE) : List.of())));
        return name;
    }

    private String idOf(String client) {
        return product.keycloak()
                .get(REALM + "/clients?clientId=" + client)
                .json()
                .at("/0/id")
                .asText();
    }

    private JsonNode login(String username) {
        return product.keycloak()
                .get(REALM + "/users?exact=true&username=" + username)
                .json()
                .get(0);
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static String signed(String text, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return URL.encodeToString(signature.sign());
    }

    private static final Map<String, Object> AUDIENCE = Map.of(
            "name",
            "audience",
            "protocol",
            "openid-connect",
            "protocolMapper",
            "oidc-audience-mapper",
            "config",
            Map.of("included.client.audience", "alongside-api", "access.token.claim", "true"));
}
