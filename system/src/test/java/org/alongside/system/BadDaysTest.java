package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A server that others lean on goes away, and comes back. */
class BadDaysTest {

    private static final Duration QUICKLY = Duration.ofSeconds(3);
    private static final String UNSAVED = "Zubaydah, typed on a bad day";

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
    void without_the_sign_in_service_everybody_is_told_quickly_and_goes_on_by_itself_later() throws Exception {
        String token = product.token("mina");
        Http mina = new Http(product.url(), () -> token);
        assertThat(mina.get("/api/v1/me").status()).isEqualTo(200);
        product.realm(Map.of("accessTokenLifespan", 8));
        try (Browser stranger = Browser.somebody();
                Browser noor = Browser.withOwnSession("noor");
                Browser jonas = Browser.withOwnSession("jonas")) {
            IntakeWalk.begin(jonas).toAgreementOfAWoman().agree().toPerson();
            String session = session(jonas);
            int log = product.log().length();

            product.stack().killKeycloak();
            try {
                assertThat(quickly(() -> mina.get("/api/v1/me")).status())
                        .as("a token that was given before")
                        .isEqualTo(200);
                // what was found counts for a second
                soon(503, () -> quickly(() -> product.http().get("/")));
                Reply page = quickly(() -> product.http().get("/", "Accept-Language", "ar"));
                assertThat(page.status()).as(page.toString()).isEqualTo(503);
                assertThat(page.header("Retry-After")).isNotEmpty();
                assertThat(page.text()).contains("dir=\"rtl\"", "لا يمكن تسجيل الدخول");
                stranger.open("/casefile/list.xhtml");
                assertThat(stranger.page().locator("h1").textContent())
                        .isEqualTo("Signing in is not possible just now");
                assertThat(stranger.page().locator("html").getAttribute("data-theme"))
                        .as("looks and scripts need no sign-in")
                        .isNotEmpty();
                assertThat(quickly(() -> product.http().get("/health")).status())
                        .isEqualTo(200);
                stranger.axe();
                stranger.screenshot("no-sign-in");
                stranger.screenshotInArabic("no-sign-in");

                soon(503, () -> quickly(() -> product.http().get("/alive", "Cookie", "ALONGSIDE=" + session)));
                jonas.page().fill("#name_preferred", UNSAVED);
                jonas.page().locator("[data-state=waiting]").waitFor();
                noor.signOut();
                assertThat(noor.page().url())
                        .as("her session here ends, and she is told that the other has not")
                        .endsWith("/signed-out-here.xhtml");
            } finally {
                product.stack().startKeycloak();
                product.realm(Map.of("accessTokenLifespan", 300));
            }

            jonas.page().locator(".al-saved:not([data-state])").waitFor();
            assertThat(jonas.page().inputValue("#name_preferred")).isEqualTo(UNSAVED);
            assertThat(session(jonas)).isEqualTo(session);
            stranger.page().locator("#username").waitFor();
            assertThat(linesOf(product.log().substring(log)))
                    .as("what the log says of it")
                    .hasSize(3)
                    .anyMatch(line -> line.contains("sign-in service does not answer"))
                    .anyMatch(line -> line.contains("identity provider did not end a session"))
                    .anyMatch(line -> line.contains("sign-in service answers again"));
        }
    }

    @Test
    void a_server_that_starts_without_the_sign_in_service_says_so_and_mends_by_itself() throws Exception {
        String token = product.token("mina");
        Http mina = new Http(product.url(), () -> token);
        product.stack().killKeycloak();
        try {
            product.stack().killWildFly();
            product.stack().startWildFly();
            Reply program = quickly(() -> mina.get("/api/v1/me"));
            assertThat(program.status()).as(program.toString()).isEqualTo(503);
            assertThat(program.header("Content-Type")).startsWith("application/problem+json");
            assertThat(program.header("Retry-After")).isNotEmpty();
            Reply page = quickly(() -> product.http().get("/"));
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text()).contains("Signing in is not possible just now");
            assertThat(product.log()).doesNotContain("\tat ");
        } finally {
            product.stack().startKeycloak();
        }

        soon(200, () -> product.http("mina").get("/api/v1/me"));
        soon(302, () -> product.http().get("/"));
    }

    @Test
    void without_the_database_people_and_programs_are_told_quickly_and_it_mends_by_itself() throws Exception {
        try (Browser mina = Browser.withOwnSession("mina");
                Browser jonas = Browser.withOwnSession("jonas")) {
            IntakeWalk.begin(jonas).toAgreementOfAWoman().agree().toPerson();
            String token = product.token("mina");
            Http program = new Http(product.url(), () -> token);
            int log = product.log().length();
            Reply caught = askedWhileTheDatabaseDies(program);
            try {
                assertThat(caught.status()).as(caught.toString()).isEqualTo(503);
                Reply refused = quickly(() -> program.get("/api/v1/me"));
                assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
                assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
                assertThat(refused.header("Retry-After")).isNotEmpty();

                com.microsoft.playwright.Response page = mina.page().navigate(product.url() + "/");
                assertThat(page.status()).isEqualTo(503);
                assertThat(mina.page().locator("h1").textContent()).isEqualTo("Alongside cannot be reached just now");
                mina.axe();
                mina.screenshot("no-database");

                Reply ready = quickly(() -> product.http().get("/health/ready"));
                assertThat(ready.status()).as(ready.toString()).isEqualTo(503);
                assertThat(product.http().get("/health/live").status()).isEqualTo(200);

                jonas.page().fill("#name_preferred", UNSAVED);
                jonas.page().locator("[data-state=waiting]").waitFor();
                jonas.screenshot("no-database-draft");
                jonas.page()
                        .waitForResponse(
                                answer -> answer.url().contains("/draft/") && answer.status() == 503,
                                jonas.page()
                                        .locator("form[data-draft] button[data-kind=main]")
                                        .first()::click);
                assertThat(jonas.page().inputValue("#name_preferred"))
                        .as("pressing on takes nothing away")
                        .isEqualTo(UNSAVED);
            } finally {
                product.stack().startPostgres();
            }

            soon(200, () -> program.get("/api/v1/me"));
            assertThat(Token.forPassword(product.stack().realmUrl(), "jonas").lasts())
                    .isTrue();
            soon(200, () -> product.http().get("/health/ready"));
            mina.page().waitForCondition(() -> mina.page().url().endsWith("/worklist/mine.xhtml"));
            jonas.page().locator(".al-saved:not([data-state])").waitFor();
            assertThat(jonas.page().inputValue("#name_preferred")).isEqualTo(UNSAVED);
            jonas.page().reload();
            assertThat(jonas.page().inputValue("#name_preferred"))
                    .as("it is on the server now")
                    .isEqualTo(UNSAVED);
            assertThat(linesOf(product.log().substring(log)))
                    .as("what the log says of it")
                    .hasSize(2)
                    .anyMatch(line -> line.contains("The database does not answer"))
                    .anyMatch(line -> line.contains("The database answers again"));
        }
    }

    /** The answer to a question that the database was answering when it was ended. */
    private Reply askedWhileTheDatabaseDies(Http program) throws Exception {
        try (Connection lock = product.sql().superuser().getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table alongside.organisation in access exclusive mode");
            CompletableFuture<Reply> asked = CompletableFuture.supplyAsync(() -> program.get("/api/v1/services"));
            await().until(() -> product.sql()
                            .count(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'alongside_app'")
                    > 0);
            product.stack().killPostgres();
            return asked.get(30, TimeUnit.SECONDS);
        }
    }

    private static String session(Browser browser) {
        return browser.cookie("ALONGSIDE").value;
    }

    private static List<String> linesOf(String log) {
        return log.lines().filter(line -> !line.isBlank()).toList();
    }

    private static Reply quickly(Supplier<Reply> asking) {
        long began = System.nanoTime();
        Reply reply = asking.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as(reply.toString())
                .isLessThan(QUICKLY);
        return reply;
    }

    private static void soon(int status, Callable<Reply> asking) {
        await().atMost(Duration.ofSeconds(30)).until(asking, reply -> reply.status() == status);
    }
}
