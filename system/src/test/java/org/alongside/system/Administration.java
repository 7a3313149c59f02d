package org.alongside.system;

import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What Kim and Ilse administer in tests, over the API. */
record Administration(Product product) {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Admits an organisation, vetted and with an agreement; answers its id. */
    String admit(String name) {
        return id(must(
                201,
                kim().post(
                                "/api/v1/organisations",
                                Map.of(
                                        "alias",
                                        ApiScene.unused(),
                                        "organisation",
                                        Map.of(
                                                "name",
                                                name,
                                                "type",
                                                "NGO",
                                                "region",
                                                "NORTH",
                                                "vettedOn",
                                                "2026-01-15",
                                                "agreementUntil",
                                                "2090-12-31",
                                                "competentAuthority",
                                                false,
                                                "approvesEveryReferral",
                                                false),
                                        "team",
                                        Map.of("name", "Casework", "reach", "PERSON")))));
    }

    String teamOf(String organisation) {
        return must(200, kim().get("/api/v1/organisations/" + organisation))
                .json()
                .at("/teams/0/id")
                .asText();
    }

    void suspend(String organisation) {
        must(204, kim().post("/api/v1/organisations/" + organisation + "/suspension", Map.of("reason", "SAFETY")));
    }

    /** Invites somebody by that user name; answers the worker. */
    String invite(String organisation, String username, String role) {
        return id(must(
                201,
                kim().post(
                                "/api/v1/organisations/" + organisation + "/workers",
                                Map.of(
                                        "name",
                                        "Rana Said",
                                        "username",
                                        username,
                                        "email",
                                        username + "@example.org",
                                        "roles",
                                        List.of(role),
                                        "team",
                                        teamOf(organisation),
                                        "language",
                                        "en"))));
    }

    JsonNode worker(String worker) {
        return must(200, kim().get("/api/v1/workers/" + worker)).json();
    }

    /** Waits until the sign-in has heard of the worker, as it then stands. */
    JsonNode settled(String worker) {
        return until(worker, "OPEN", "CLOSED");
    }

    /** Waits until the login stands so. */
    JsonNode until(String worker, String... logins) {
        return await().atMost(PATIENCE).until(() -> worker(worker), now -> List.of(logins)
                .contains(now.get("login").asText()));
    }

    /** Records that one demo person is away and another covers; answers the absence. */
    String absent(String worker, String cover, String from, String until) {
        return id(must(
                201,
                product.http("ilse")
                        .post(
                                "/api/v1/team/absences",
                                Map.of("worker", me(worker), "coveredBy", me(cover), "from", from, "until", until))));
    }

    /** Ilse puts one of her people on call for an evening; answers that time. */
    String onCall(String worker, String day) {
        return id(must(
                201,
                product.http("ilse")
                        .post(
                                "/api/v1/on-call",
                                Map.of(
                                        "worker",
                                        me(worker),
                                        "from",
                                        day + "T16:00:00Z",
                                        "until",
                                        day + "T23:00:00Z"))));
    }

    /** The worker behind a demo person. */
    String me(String person) {
        return must(200, product.http(person).get("/api/v1/me"))
                .json()
                .get("worker")
                .asText();
    }

    /** The present day by the product's clock. */
    LocalDate today() {
        return LocalDate.parse((String) product.sql().one("select (now() + ahead)::date::text from alongside.clock"));
    }

    /** Some day of the next months. */
    String dayToCome() {
        return today().plusDays(20 + new Random().nextInt(300)).toString();
    }

    private Http kim() {
        return product.http("kim");
    }

    /** She chooses a password by the letter; what stands in for her here is the owner of Keycloak. */
    void choosesPassword(JsonNode login) {
        String user = "/admin/realms/alongside/users/" + login.get("id").asText();
        must(
                204,
                product.keycloak()
                        .put(
                                user + "/reset-password",
                                Map.of("type", "password", "value", "alongside", "temporary", false)));
        ObjectNode whole = (ObjectNode) product.keycloak().get(user).json();
        whole.putArray("requiredActions");
        must(204, product.keycloak().put(user, whole));
    }
}
