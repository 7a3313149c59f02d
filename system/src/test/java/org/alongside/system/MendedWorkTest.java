package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work of a process fails: those who watch see it within a minute, and the administrator mends it. */
class MendedWorkTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    /** Lets the reminder of these referrals fail as a fault in the database would: at the very end. */
    private static final String FAILS = """
            create schema planted;
            create function planted.fail() returns trigger language plpgsql as $$
            begin
              raise exception 'planted failure';
            end $$;
            create constraint trigger planted_failure after update on alongside.referral_card
              deferrable initially deferred for each row
              when (new.referral_id in ('%s', '%s') and new.reminded_at is not null)
              execute function planted.fail();
            """;

    private static final String MENDED = "drop schema if exists planted cascade";

    /** The reminder, the first of a referral's timers, rings now. */
    private static final String RINGS = """
            update engine.act_ru_job set duedate_ = now() - interval '1 day'
             where id_ = (select j.id_ from engine.act_ru_job j
                            join engine.act_ru_execution p on p.id_ = j.process_instance_id_
                           where p.business_key_ = '%s' order by j.duedate_ limit 1)
            """;

    private final Product product = Product.get();

    @AfterEach
    void mend() {
        product.sql().run(MENDED);
    }

    @Test
    void failed_work_turns_health_red_until_the_administrator_has_tried_it_again() {
        Survivor maya = Survivor.adult(product, "mina");
        Survivor zara = Survivor.adult(product, "mina");
        String first = referred(maya);
        String second = referred(zara);
        assertThat(health().status()).as("before: " + health()).isEqualTo(200);

        product.sql().run(FAILS.formatted(first, second));
        product.sql().run(RINGS.formatted(first));
        product.sql().run(RINGS.formatted(second));

        await().atMost(SOON).until(() -> failedTwice(first) && failedTwice(second) && health().status() == 503);
        assertThat(health().json().at("/checks/2/name").asText()).isEqualTo("work");
        assertThat(health().json().at("/checks/2/status").asText()).isEqualTo("DOWN");
        assertThat(product.http().get("/health/ready").status())
                .as("the product still takes requests")
                .isEqualTo(200);
        assertThat(product.management().get("/metrics").status()).isEqualTo(200);
        assertThat(product.http("kim").get("/api/v1/failed-work").text()).doesNotContain(maya.name(), "planted");

        product.sql().run(MENDED);
        String job = failedWorkOf(first).orElseThrow().get("id").asText();
        Reply retried = product.http("kim").post("/api/v1/failed-work/" + job + "/retry", null);
        assertThat(retried.status()).as(retried.toString()).isEqualTo(204);
        await().atMost(SOON).until(() -> done(first));
        assertThat(health().status()).as("the other still waits").isEqualTo(503);

        try (Browser kim = Browser.as("kim")) {
            kim.open("/worklist/failed.xhtml");
            kim.axe();
            kim.screenshot("worklist-failed-job");
            kim.press(kim.page().locator("tr:has-text('" + second + "') button[name=retry]"));
        }
        await().atMost(SOON).until(() -> done(second) && health().status() == 200);
        assertThat(product.log()).as("the words of the failure").doesNotContain("planted");
    }

    private String referred(Survivor survivor) {
        survivor.agreesToShareWith(WILLOW, "IDENTITY");
        return survivor.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
    }

    private Reply health() {
        return product.http().get("/health");
    }

    /** Whether the work of this referral failed twice: by itself it is tried once more, a minute later. */
    private boolean failedTwice(String referral) {
        return failedWorkOf(referral)
                .filter(job -> job.get("triesLeft").asInt() <= 1)
                .isPresent();
    }

    private boolean done(String referral) {
        return failedWorkOf(referral).isEmpty();
    }

    /** As the administrator's programs see it. */
    private Optional<JsonNode> failedWorkOf(String referral) {
        JsonNode all = product.http("kim").get("/api/v1/failed-work").json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(job -> referral.equals(job.path("subject").asText()))
                .findFirst();
    }
}
