package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.alongside.system.example.PublishedCases;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The example of use, on the product of this test run. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExampleTest {
    /** The command takes all 2,000. */
    private static final int RECORDS = Integer.getInteger("example.records", 300);

    private final Product product = Product.get();

    @Test
    @Order(1)
    void published_records_end_where_the_example_counts_them() throws Exception {
        Path records = Path.of(System.getProperty("alongside.root"))
                .resolve(System.getenv().getOrDefault("ALONGSIDE_SHARED", "../shared"))
                .resolve("ctdc/cases-2000.csv");
        assumeTrue(Files.exists(records), "skipped: the shared folder is not there, see ALONGSIDE_SHARED");

        int differences = PublishedCases.run(product.url(), product.stack().realmUrl(), records, RECORDS, System.out);

        assertThat(differences).isZero();
    }

    @Test
    @Order(2)
    void the_audit_of_all_that_holds_in_every_chain() {
        Reply verified = product.http("hugo").get("/api/v1/audit-verification");

        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.json().get("events").asLong()).isPositive();
        assertThat(verified.json().get("broken")).isEmpty();
    }
}
