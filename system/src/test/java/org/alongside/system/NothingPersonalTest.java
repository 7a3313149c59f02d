package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A planted name goes through the whole product and is found only where it belongs. */
class NothingPersonalTest {
    private static final List<String> WHERE_IT_BELONGS = List.of(
            "alongside.identity_minimum",
            "alongside.identity",
            "alongside.contact",
            "alongside.trafficking_experience",
            "alongside.referral");

    private final Product product = Product.get();

    @Test
    void engine_audit_and_log_hold_no_planted_name() throws Exception {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(Survivor.CEDAR, "IDENTITY", "CONTACT_LOCATION");
        String referral = survivor.isReferredTo(Survivor.CEDAR_COUNSELLING, "ROUTINE", "IDENTITY", "CONTACT_LOCATION");
        product.http("noor").post("/api/v1/referrals/" + referral + "/question", Map.of("question", "MOBILITY"));
        product.http("mina").post("/api/v1/referrals/" + referral + "/answer", Map.of("answer", "NO"));
        product.http("noor").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
        // what goes wrong is told without what was typed
        product.http("mina")
                .post("/api/v1/cases", "{\"name\": {\"preferred\": \"" + survivor.name() + "\", \"nickname\": 1}}");
        product.http("mina").get("/api/v1/cases?code=" + survivor.name());
        product.http("mina").post("/api/v1/name-searches", Map.of("words", survivor.name()));
        product.http("mina").post("/api/v1/name-searches", Map.of("words", survivor.name(), "cursor", "x"));
        product.http("mina")
                .put(
                        "/api/v1/cases/" + survivor.caseId() + "/contact",
                        Map.of("value", survivor.name()),
                        "If-Match",
                        "\"99\"");

        assertThat(product.log()).doesNotContain(survivor.name(), "5550199");
        List<String> found = new ArrayList<>();
        try (Connection superuser = product.sql().superuser().getConnection();
                ResultSet tables = superuser
                        .createStatement()
                        .executeQuery(
                                "select schemaname || '.' || tablename from pg_tables where schemaname in ('engine', 'alongside')")) {
            while (tables.next()) {
                if (holds(superuser, tables.getString(1), survivor.name())) {
                    found.add(tables.getString(1));
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(WHERE_IT_BELONGS);
    }

    @Test
    void the_engine_has_no_rest_api_and_no_web_application() {
        for (String path : List.of(
                "/engine-rest",
                "/engine-rest/task",
                "/camunda",
                "/camunda/app/admin",
                "/rest/engine",
                "/api/v1/engine",
                "/api/engine")) {
            int status = product.http("kim").get(path).status();
            assertThat(status).as(path).isIn(401, 404);
        }
    }

    private static boolean holds(Connection superuser, String table, String text) throws SQLException {
        try (ResultSet row = superuser
                .createStatement()
                .executeQuery("select exists (select from " + table + " t where t::text ilike '%" + text + "%')")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
