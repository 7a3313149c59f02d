package org.alongside.system.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The product's API as the demo people use it, several at a time: a bearer token, JSON in and out. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final int CHANGED_MEANWHILE = 412;
    private static final int MOST_AGAIN = 3;

    private final String url;
    private final String realm;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant until) {}

    /**
     * What came back.
     *
     * @param version entity tag of what was read; empty: it has none
     */
    public record Answer(int status, JsonNode body, String text, String version) {
        public String id() {
            return body.get("id").asText();
        }
    }

    /**
     * @param url the product's, without a slash at the end
     * @param realm the realm's, from which tokens come
     */
    public Api(String url, String realm) {
        this.url = url;
        this.realm = realm;
    }

    /** Asks, whatever the answer. */
    public Answer get(String person, String path) {
        return send(person, path, null, "GET");
    }

    /** All of a list that is read on behind what was read, part by part. */
    public List<JsonNode> readOn(String person, String path) {
        List<JsonNode> all = new ArrayList<>();
        Answer part;
        do {
            part = get(person, path + "?behind=" + all.size());
            if (part.status() != 200) {
                throw new IllegalStateException(person + " GET " + path + " answered " + part.status());
            }
            part.body().forEach(all::add);
        } while (!part.body().isEmpty());
        return all;
    }

    /** Sends and insists that it was taken. */
    public Answer post(String person, String path, Object body) {
        return taken(person, path, body, "POST");
    }

    /** Puts in place of what is there, and insists that it was taken. */
    public Answer put(String person, String path, Object body) {
        return taken(person, path, body, "PUT");
    }

    /** Puts in place of what is there and was read in this moment, and insists that it was taken. */
    public Answer rewrite(String person, String path, Object body) {
        String version = get(person, path).version();
        return insisted(
                person, path, "PUT", send(person, path, json(body), "application/json", "PUT", "If-Match", version));
    }

    /** Hands in a text as a file beside what is said of it, and insists that it was taken. */
    public Answer handIn(String person, String path, String part, Object said, String text) {
        String line = "----" + UUID.randomUUID();
        String body = "--" + line + "\r\nContent-Disposition: form-data; name=\"" + part + "\"\r\n\r\n" + json(said)
                + "\r\n--" + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"paper.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + text + "\r\n--" + line + "--\r\n";
        return insisted(
                person, path, "POST", send(person, path, body, "multipart/form-data; boundary=" + line, "POST"));
    }

    /** The placement by which a bed is asked for her: a shelter's yes asks for one, and for her family; else it is asked for now. */
    public String bedAskedFor(String person, String caseId) {
        for (JsonNode placement :
                get(person, "/cases/" + caseId + "/housing").body().get("placements")) {
            if (placement.get("status").asText().equals("REQUESTED")) {
                return placement.get("id").asText();
            }
        }
        return post(person, "/cases/" + caseId + "/placements", Map.of()).id();
    }

    private Answer taken(String person, String path, Object body, String method) {
        Answer answer = send(person, path, body, method);
        // a clock of the product rang in the same moment: nothing was done, and it asks to be asked again
        for (int again = 0; again < MOST_AGAIN && answer.status() == CHANGED_MEANWHILE; again++) {
            answer = send(person, path, body, method);
        }
        return insisted(person, path, method, answer);
    }

    private static Answer insisted(String person, String path, String method, Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(
                    person + " " + method + " " + path + " answered " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    private Answer send(String person, String path, Object body, String method) {
        return send(person, path, body == null ? null : json(body), "application/json", method);
    }

    private Answer send(String person, String path, String body, String type, String method, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + token(person))
                    .header("Accept", "application/json, application/problem+json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", type);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode json = response.body().startsWith("{") || response.body().startsWith("[")
                    ? JSON.readTree(response.body())
                    : JSON.nullNode();
            return new Answer(
                    response.statusCode(),
                    json,
                    response.body(),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException unreachable) {
            throw new IllegalStateException(
                    "The product does not answer at " + url + ". Start it with ./mvnw -Prun", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** One sign-in at a time for a person: Keycloak takes several at once for an attack. */
    private String token(String person) {
        return tokens.compute(
                        person,
                        (name, held) -> held != null && Instant.now().isBefore(held.until()) ? held : signIn(name))
                .text();
    }

    private Token signIn(String person) {
        String form = "grant_type=password&client_id=alongside-scripts&password=alongside&username="
                + URLEncoder.encode(person, StandardCharsets.UTF_8);
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() != 200 || !response.body().contains("access_token")) {
                throw new IllegalStateException(
                        "No token for " + person + ": is this the demo? It answered " + response.statusCode());
            }
            JsonNode answer = JSON.readTree(response.body());
            return new Token(
                    answer.get("access_token").asText(),
                    Instant.now().plusSeconds(answer.get("expires_in").asLong() - 30));
        } catch (IOException unreachable) {
            throw new IllegalStateException("Nobody can sign in at " + realm, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
