package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A server that others lean on goes away, and comes back. */
class BadDaysTest {

    private static final Duration QUICKLY = Duration.ofSeconds(3);

    private final Product product = Product.get();

    @Test
    void health_answers_without_a_sign_in_and_tells_nothing_but_yes_or_no() {
        for (String path : new String[] {"/health", "/health/live", "/health/ready"}) {
            Reply reply = quickly(() -> product.http().get(path));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.json().get("status").asText()).isEqualTo("UP");
        }
        assertThat(product.http().get("/metrics").status()).as("metrics").isNotEqualTo(200);
        assertThat(product.http().get("/openapi").status()).as("openapi").isNotEqualTo(200);
    }

    @Test
    void without_the_sign_in_service_strangers_are_told_quickly_and_it_mends_by_itself() throws Exception {
        String token = product.token("mina");
        Http mina = new Http(product.url(), () -> token);
        assertThat(mina.get("/api/v1/me").status()).isEqualTo(200);

        product.stack().killKeycloak();
        try {
            assertThat(quickly(() -> mina.get("/api/v1/me")).status())
                    .as("a token that was given before")
                    .isEqualTo(200);

            product.stack().killWildFly();
            product.stack().startWildFly();
            Reply program = quickly(() -> mina.get("/api/v1/me"));
            assertThat(program.status()).as(program.toString()).isEqualTo(503);
            assertThat(program.header("Content-Type")).startsWith("application/problem+json");
            assertThat(program.header("Retry-After")).isNotEmpty();
            Reply page = quickly(() -> product.http().get("/"));
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text()).contains("Sign-in cannot be reached just now");
        } finally {
            product.stack().startKeycloak();
        }

        soon(() -> product.http("mina").get("/api/v1/me"), reply -> reply.status() == 200);
        soon(() -> product.http().get("/"), reply -> reply.status() == 302);
    }

    @Test
    void without_the_database_people_and_programs_are_told_quickly_and_it_mends_by_itself() throws Exception {
        try (Browser mina = Browser.as("mina")) {
            String token = product.token("mina");
            Http program = new Http(product.url(), () -> token);
            product.stack().killPostgres();
            try {
                Reply refused = quickly(() -> program.get("/api/v1/me"));
                assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
                assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
                assertThat(refused.header("Retry-After")).isNotEmpty();

                com.microsoft.playwright.Response page = mina.page().navigate(product.url() + "/");
                assertThat(page.status()).isEqualTo(503);
                assertThat(mina.page().locator("h1").textContent()).isEqualTo("Alongside cannot be reached just now");
                mina.screenshot("no-database");

                Reply ready = quickly(() -> product.http().get("/health/ready"));
                assertThat(ready.status()).as(ready.toString()).isEqualTo(503);
                assertThat(product.http().get("/health/live").status()).isEqualTo(200);
            } finally {
                product.stack().startPostgres();
            }

            soon(() -> program.get("/api/v1/me"), reply -> reply.status() == 200);
            assertThat(Token.forPassword(product.stack().realmUrl(), "jonas").lasts())
                    .isTrue();
            soon(() -> product.http().get("/health/ready"), reply -> reply.status() == 200);
            assertThat(mina.page().navigate(product.url() + "/").status()).isEqualTo(200);
        }
    }

    private static Reply quickly(Supplier<Reply> asking) {
        long began = System.nanoTime();
        Reply reply = asking.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as(reply.toString())
                .isLessThan(QUICKLY);
        return reply;
    }

    private static void soon(Supplier<Reply> asking, Predicate<Reply> wanted) throws InterruptedException {
        Reply last = null;
        for (int i = 0; i < 60; i++) {
            last = asking.get();
            if (wanted.test(last)) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("Half a minute later still: " + last);
    }
}
