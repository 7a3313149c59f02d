package org.alongside.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.alongside.shared.Clock;

/** Why a bearer token was refused, as far as can be told from what it says of itself; nothing of that is believed or kept. */
final class RefusedToken {
    private static final String SCHEME = "Bearer ";
    private static final String AUDIENCE = audience();

    private RefusedToken() {}

    /** The code of the reason; empty where there was no token. */
    static Optional<String> reason(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(ofToken(authorization.substring(SCHEME.length()).strip()))
                : Optional.empty();
    }

    private static String ofToken(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return "token-unreadable";
        }
        try (JsonReader reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])))) {
            JsonObject claims = reader.readObject();
            if (isOver(claims.get("exp"))) {
                return "token-expired";
            }
            return isForUs(claims.get("aud")) ? "token-not-genuine" : "token-for-another";
        } catch (IllegalArgumentException | JsonException notOurs) {
            return "token-unreadable";
        }
    }

    /** Tokens run out by the machine's time, which the one clock may be ahead of. */
    private static boolean isOver(JsonValue expires) {
        Instant now = Clock.get().instant().minus(Clock.get().ahead());
        return expires instanceof JsonNumber seconds && seconds.longValue() <= now.getEpochSecond();
    }

    private static boolean isForUs(JsonValue audience) {
        return audience instanceof JsonString one && one.getString().equals(AUDIENCE)
                || audience instanceof JsonArray several
                        && several.stream()
                                .anyMatch(one -> one instanceof JsonString text
                                        && text.getString().equals(AUDIENCE));
    }

    /** As {@code api.json} has it. */
    private static String audience() {
        return Optional.ofNullable(System.getenv("ALONGSIDE_API_AUDIENCE")).orElse("alongside-api");
    }
}
