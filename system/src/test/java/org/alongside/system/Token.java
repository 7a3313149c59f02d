package org.alongside.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A bearer token of a demo person, got with name and password through the client for scripts.
 *
 * @param good until when it may be used, half a minute before it really ends
 */
record Token(String text, Instant good) {

    static Token forPassword(String realmUrl, String person) {
        return forPassword(realmUrl, "alongside-scripts", person);
    }

    /** Through a client that lets scripts sign in. */
    static Token forPassword(String realmUrl, String client, String person) {
        Reply reply = new Http(realmUrl, null)
                .form(
                        "/protocol/openid-connect/token",
                        "grant_type=password&client_id=" + client + "&password=alongside&username="
                                + URLEncoder.encode(person, StandardCharsets.UTF_8));
        if (reply.status() != 200) {
            throw new IllegalStateException("No token for " + person + ": " + reply.text());
        }
        int seconds = reply.json().get("expires_in").asInt();
        return new Token(
                reply.json().get("access_token").asText(), Instant.now().plusSeconds(seconds - 30));
    }

    boolean lasts() {
        return Instant.now().isBefore(good);
    }
}
