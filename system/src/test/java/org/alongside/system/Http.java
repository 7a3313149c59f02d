package org.alongside.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks a server as a program would, and takes every answer as it comes: no redirect is followed, no status is an error.
 *
 * @param base the address that paths are put behind
 * @param token asked for a bearer token before each request; null: none is sent
 * @param patience how long an answer may take
 */
record Http(String base, Supplier<String> token, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Http(String base, Supplier<String> token) {
        this(base, token, PATIENCE);
    }

    /** The same for what takes its time on a busy machine. */
    Http patient() {
        return new Http(base, token, PATIENCE.multipliedBy(8));
    }

    Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Reply post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    Reply put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Reply delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /** Gets what is no text. */
    HttpResponse<byte[]> file(String path, String... headers) {
        return bytes("GET", path, headers);
    }

    /** Asks for what is no text. */
    HttpResponse<byte[]> bytes(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts as a form of a page does. */
    Reply form(String path, String fields) {
        return exchange(
                request(path).header("Content-Type", "application/x-www-form-urlencoded"),
                "POST",
                BodyPublishers.ofString(fields));
    }

    /**
     * Sends one request.
     *
     * @param body JSON as text, or anything that Jackson writes; null: nothing
     * @param headers names and values, one after the other
     */
    Reply send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request, method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
    }

    /**
     * Posts a record and a small file in parts.
     *
     * @param part name of the part that is the record
     * @param record JSON as text
     */
    Reply parts(String path, String part, String record, String... headers) {
        return parts(path, part, record, "note.txt", BodyPublishers.ofString("A note " + path), headers);
    }

    /** The same with a file of one's own. */
    Reply parts(String path, String part, String record, String name, BodyPublisher file, String... headers) {
        String line = "----" + UUID.randomUUID();
        HttpRequest.Builder request = request(path);
        if (List.of(headers).stream().noneMatch("Content-Type"::equals)) {
            request.header("Content-Type", "multipart/form-data; boundary=" + line);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        String said =
                "--" + line + "\r\nContent-Disposition: form-data; name=\"" + part + "\"\r\n\r\n" + record + "\r\n--"
                        + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return exchange(
                request,
                "POST",
                BodyPublishers.concat(
                        BodyPublishers.ofString(said), file, BodyPublishers.ofString("\r\n--" + line + "--\r\n")));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
        return token == null ? request : request.header("Authorization", "Bearer " + token.get());
    }

    private static Reply exchange(HttpRequest.Builder request, String method, BodyPublisher body) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
