package org.alongside.account;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.alongside.account.Accounts.Trouble;
import org.alongside.account.Accounts.Trouble.Kind;

/** The provider's administration over HTTP, as the service account; a token is asked for anew for each piece of work. */
final class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private final String realm;
    private final String client;
    private final String secret;
    private String token;

    /** @param realm address of the realm, as tokens name it */
    Provider(String realm, String client, String secret) {
        if (realm == null || client == null || secret == null || secret.isBlank()) {
            throw new Trouble(Kind.NOT_SET_UP);
        }
        this.realm = realm;
        this.client = client;
        this.secret = secret;
    }

    JsonArray list(String path) {
        return read(expect(send("GET", path, null)), JsonArray.class);
    }

    JsonObject one(String path) {
        return read(expect(send("GET", path, null)), JsonObject.class);
    }

    /** Sends it and answers the status; of the failures only 400, 409 and 5xx come back. */
    int put(String path, JsonValue body) {
        return send("PUT", path, body).statusCode();
    }

    int post(String path, JsonValue body) {
        return send("POST", path, body).statusCode();
    }

    int delete(String path, JsonValue body) {
        return send("DELETE", path, body).statusCode();
    }

    /** A value as it stands in the query of an address. */
    static String quoted(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(String method, String path, JsonValue body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(realm.replace("/realms/", "/admin/realms/") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
        HttpResponse<String> response = exchange(request.method(
                        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build());
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw new Trouble(Kind.REFUSED);
        }
        return response;
    }

    private String token() {
        if (token == null) {
            HttpResponse<String> response =
                    exchange(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + quoted(client)
                                    + "&client_secret=" + quoted(secret)))
                            .build());
            if (response.statusCode() == 400 || response.statusCode() == 401) {
                throw new Trouble(Kind.REFUSED);
            }
            token = read(expect(response), JsonObject.class).getString("access_token");
        }
        return token;
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new Trouble(Kind.AWAY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble(Kind.AWAY);
        }
    }

    private static HttpResponse<String> expect(HttpResponse<String> response) {
        if (response.statusCode() >= 500) {
            throw new Trouble(Kind.AWAY);
        }
        if (response.statusCode() != 200) {
            throw new Trouble(Kind.UNEXPECTED);
        }
        return response;
    }

    private static <T extends JsonStructure> T read(HttpResponse<String> response, Class<T> type) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return type.cast(reader.read());
        } catch (RuntimeException unreadable) {
            throw new Trouble(Kind.UNEXPECTED);
        }
    }
}
