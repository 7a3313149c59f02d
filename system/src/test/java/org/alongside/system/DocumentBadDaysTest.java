package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away while a document is on its way into it or out of it: people are told, nothing half is kept, and it goes on by itself. */
class DocumentBadDaysTest {
    private static final String RECEIPT = "{\"title\": \"A receipt\", \"documentClass\": \"FINANCIAL\"}";

    private final Product product = Product.get();
    private Survivor maya;
    private String documents;
    private Http mina;
    private List<Path> before;

    @BeforeEach
    void somebody() throws Exception {
        maya = Survivor.adult(product, "mina");
        documents = "/api/v1/cases/" + maya.caseId() + "/documents";
        String token = product.token("mina");
        mina = new Http(product.url(), () -> token).patient();
        before = DocumentTest.left(product);
    }

    @Test
    void in_the_middle_of_bringing_one() throws Exception {
        String key = UUID.randomUUID().toString();
        Reply caught = whileTheDatabaseDies(() -> mina.parts(
                documents, "document", RECEIPT, "note.txt", DocumentTest.repeated(3_000_000), "Idempotency-Key", key));
        assertThat(caught.status()).as(caught.toString()).isEqualTo(503);
        assertThat(caught.header("Content-Type")).startsWith("application/problem+json");
        assertThat(caught.header("Retry-After")).isNotEmpty();
        assertThat(caught.json().get("title").asText()).isNotBlank();
        for (String table : List.of("document", "document_version", "document_piece")) {
            assertThat(rows(table)).as("nothing half is kept: " + table).isZero();
        }
        await().untilAsserted(() -> assertThat(DocumentTest.left(product)).isSubsetOf(before));

        must(
                201,
                mina.parts(
                        documents,
                        "document",
                        RECEIPT,
                        "note.txt",
                        DocumentTest.repeated(3_000_000),
                        "Idempotency-Key",
                        key));
        assertThat(rows("document"))
                .as("brought again with the same key it is there once")
                .isEqualTo(1L);
    }

    @Test
    void in_the_middle_of_fetching_one() throws Exception {
        String id = maya.hasDocument("A receipt");
        String file = "/api/v1/documents/" + id + "/versions/1/file";
        HttpResponse<byte[]> caught = whileTheDatabaseDies(() -> mina.file(file));
        assertThat(caught.statusCode()).isEqualTo(503);
        assertThat(caught.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        String told = new String(caught.body(), StandardCharsets.UTF_8);
        assertThat(new ObjectMapper().readTree(told).get("title").asText()).isNotBlank();
        assertThat(told).as("none of what stands in it").doesNotContain("A note");
        await().untilAsserted(() -> assertThat(DocumentTest.left(product)).isSubsetOf(before));
        HttpResponse<byte[]> again = mina.file(file);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(new String(again.body(), StandardCharsets.UTF_8)).startsWith("A note");
    }

    /** The answer to somebody whose document was half way when the database was ended; it is started again afterwards. */
    private <T> T whileTheDatabaseDies(Supplier<T> asking) throws Exception {
        T answer;
        try (Connection lock = product.sql().superuser().getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table alongside.document_piece in access exclusive mode");
            CompletableFuture<T> asked = CompletableFuture.supplyAsync(asking);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> product.sql()
                                    .count(
                                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'alongside_app' and query like '%document_piece%'")
                            > 0);
            product.stack().killPostgres();
            answer = asked.get(60, TimeUnit.SECONDS);
        } finally {
            product.stack().startPostgres();
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> mina.get("/api/v1/me").status() == 200);
        return answer;
    }

    /** How many rows of hers a table has. */
    private long rows(String table) {
        return product.sql()
                .count("select count(*) from alongside." + table + " where case_id = '" + maya.caseId() + "'");
    }
}
