package org.alongside.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A bearer token of a demo person, got with name and password through the client for scripts.
 *
 * @param refresh for which the sign-in service gives another without the password, as long as the session lasts
 * @param good until when it may be used, half a minute before it really ends
 */
record Token(String text, String refresh, Instant good) {

    static Token forPassword(String realmUrl, String person) {
        return forPassword(realmUrl, "alongside-scripts", person);
    }

    /** Through a client that lets scripts sign in. */
    static Token forPassword(String realmUrl, String client, String person) {
        Reply reply = ask(
                realmUrl,
                "grant_type=password&client_id=" + client + "&password=alongside&username="
                        + URLEncoder.encode(person, StandardCharsets.UTF_8));
        if (reply.status() != 200) {
            throw new IllegalStateException("No token for " + person + ": " + reply.text());
        }
        return of(reply);
    }

    /** Another of the same session of the client for scripts; where that is over, one for the password. */
    Token anew(String realmUrl, String person) {
        Reply reply = ask(realmUrl, "grant_type=refresh_token&client_id=alongside-scripts&refresh_token=" + refresh);
        return reply.status() == 200 ? of(reply) : forPassword(realmUrl, person);
    }

    private static Reply ask(String realmUrl, String form) {
        return new Http(realmUrl, null).form("/protocol/openid-connect/token", form);
    }

    private static Token of(Reply reply) {
        int seconds = reply.json().get("expires_in").asInt();
        return new Token(
                reply.json().get("access_token").asText(),
                reply.json().path("refresh_token").asText(),
                Instant.now().plusSeconds(seconds - 30));
    }

    boolean lasts() {
        return Instant.now().isBefore(good);
    }
}
