package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The product as people run it: PostgreSQL, Keycloak and WildFly with the application, for all tests of a run.
 *
 * <p>Started by the first test that asks for it, from empty data, on ports and in a folder of its own, so that a system
 * that runs on this machine is not disturbed; stopped by {@link ProductEnds}. Tests share it: each makes the cases it
 * needs and expects others to be there.
 */
final class Product {

    private static final int FIRST_OFFSET = 1000;

    /** Which of the runs that go side by side this is; each takes ports out of a range of its own. */
    static final String FORK = System.getProperty("alongside.fork", "fork1");

    private static final int PORTS_OF_A_FORK = 200;

    private static Product running;
    private static Refusal failure;

    private final Path root;
    private final Path keycloakZip;
    private final Stack stack;
    private final PostBox post;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private Product() throws IOException, InterruptedException {
        root = Path.of(System.getProperty("alongside.root"));
        keycloakZip = Path.of(System.getProperty("alongside.keycloak"));
        DataHome home = DataHome.open(root.resolve("system/target/product-" + FORK));
        int number = Integer.parseInt(FORK.replaceAll("\\D", ""));
        Ports ports = freePorts(FIRST_OFFSET
                + number * PORTS_OF_A_FORK
                + Ports.fromEnvironment().offset());
        prepareKeycloak(home, ports);
        stack = new Stack(home, ports, server(), keycloakZip, true, new Progress(System.out));
        post = PostBox.start();
        post.tellTo(stack);
        stack.start(System.out::println);
    }

    /**
     * The product, running.
     *
     * @throws Refusal if it does not start; the second test hears so at once
     */
    static synchronized Product get() {
        if (failure != null) {
            throw failure;
        }
        if (running == null) {
            try {
                running = new Product();
            } catch (IOException e) {
                failure = new Refusal("The product did not start: " + e.getMessage(), e);
            } catch (Refusal e) {
                failure = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new Refusal("The product did not start: interrupted", e);
            }
            return get();
        }
        return running;
    }

    /**
     * Keycloak builds itself for its database when it was unpacked, which takes as long as its start: once for all the runs that go
     * side by side, each of which gets a copy.
     */
    private void prepareKeycloak(DataHome home, Ports ports) throws IOException, InterruptedException {
        if (new Keycloak(home, null, ports, keycloakZip).prepared()) {
            return;
        }
        Path pattern = DataHome.folder(root.resolve("system/target/prepared"));
        try (FileChannel turns =
                FileChannel.open(pattern.resolve("turns"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            turns.lock();
            try (DataHome prepared = DataHome.open(pattern)) {
                new Keycloak(prepared, null, ports, keycloakZip).prepare();
                DataHome.copy(prepared.resolve("programs"), home.resolve("programs"));
            }
        }
    }

    /** Stops it, if a test has started it. */
    static synchronized void end() {
        if (running != null) {
            running.stack.stop();
            running.post.close();
            running = null;
        }
    }

    /** The first offset from this one whose ports browsers open and nobody holds. */
    static Ports freePorts(int offset) {
        Ports ports = new Ports(offset);
        return ports.usable() ? ports : freePorts(offset + 10);
    }

    /** The address of the first page, without a slash at the end. */
    String url() {
        return stack.publicUrl();
    }

    /** A bearer token of this demo person, good for at least half a minute. */
    String token(String person) {
        return tokens.compute(person, (name, held) -> {
                    if (held == null) {
                        return Token.forPassword(stack.realmUrl(), name);
                    }
                    return held.lasts() ? held : held.anew(stack.realmUrl(), name);
                })
                .text();
    }

    /** Changes settings of the realm, as its administrator does. */
    void realm(Map<String, Object> settings) {
        String keycloak = "http://localhost:" + stack.ports().signIn();
        Reply login = new Http(keycloak, null)
                .form(
                        "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=admin&password="
                                + stack.databasePassword("keycloak_admin"));
        String token = login.json().get("access_token").asText();
        Reply changed = new Http(keycloak, () -> token).put("/admin/realms/alongside", settings);
        if (changed.status() != 204) {
            throw new IllegalStateException("The realm was not changed: " + changed);
        }
    }

    /** Asks over HTTP as this demo person, with a bearer token. */
    Http http(String person) {
        return new Http(url(), () -> token(person));
    }

    /** All that waits for somebody, part by part: the tests of a run share their people, and much waits for them. */
    List<JsonNode> work(String person) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode part;
        do {
            part = Survivor.must(200, http(person).get("/api/v1/tasks?behind=" + all.size()))
                    .json();
            part.forEach(all::add);
        } while (!part.isEmpty());
        return all;
    }

    /** Asks over HTTP without saying who. */
    Http http() {
        return new Http(url(), null);
    }

    /** Asks Keycloak as its first administrator, to do what its owner would. */
    Http keycloak() {
        String server = stack.realmUrl().replace("/realms/alongside", "");
        Reply token = new Http(server, null)
                .form(
                        "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=admin&password="
                                + stack.databasePassword("keycloak_admin"));
        return new Http(server, () -> token.json().get("access_token").asText());
    }

    /** Asks the server's management port: health and metrics. */
    Http management() {
        return new Http("http://localhost:" + stack.ports().management(), null);
    }

    /** The application's database, from below. */
    Database sql() {
        return new Database(stack.databaseUrl(), stack::databasePassword);
    }

    /** Moves the product's clock, for everybody; the engine's timers ring by it. */
    void forward(Duration time) {
        Reply moved = http("kim").post("/api/v1/clock", Map.of("forward", time.toString()));
        assertThat(moved.status()).as(moved.toString()).isLessThan(300);
    }

    /** What the product's clock says, which a test may have moved forward. */
    Instant now() {
        Timestamp now = (Timestamp) sql().one("select clock_timestamp() + ahead from alongside.clock");
        return now.toInstant();
    }

    /** Where the letters of the product arrive. */
    PostBox post() {
        return post;
    }

    /** The servers, to end and start them. */
    Stack stack() {
        return stack;
    }

    /** Where the project lies. */
    Path root() {
        return root;
    }

    /** The provisioned server, as it was built. */
    Path server() {
        return root.resolve("ear/target/server");
    }

    /** Keycloak's distribution. */
    Path keycloakZip() {
        return keycloakZip;
    }

    /** Everything that WildFly has written to its log since it was last started. */
    String log() {
        try {
            return Files.readString(stack.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
