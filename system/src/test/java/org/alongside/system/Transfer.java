package org.alongside.system;

import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Cases that Ilse of Harbour Light brings from files and takes out again, with Rosa as the second supervisor. */
record Transfer(Product product) {
    static final String PASSPHRASE = "correct horse battery staple";
    static final String MINA = "00000000-0000-4000-8000-000000000001";

    /** Opening a case takes tens of milliseconds; this is for two thousand of them on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    static final String COLUMNS =
            "record_id,legal_basis,caseworker,consent_giver,consent_medium,limits_explained,language,interpreter,"
                    + "age_basis,age,preferred_name,given_name,sex,region,contact_channel,contact_value,safe_hours,leave_message,acts,means,"
                    + "purposes,outcome,intake_source,situation\n";

    /** A row of our own format: an adult woman. */
    static String row(String record, String name) {
        return "%s,CONSENT,,SELF,WRITTEN,yes,ara,WOMAN,SELF_DECLARED,27,%s,'=cmd,FEMALE,HARBOUR,PHONE,'+49 170 5550199,10 to 12,NO,RECRUITMENT,DECEPTION,FORCED_LABOUR,POSSIBLE_TRAFFICKING,HOTLINE,\"first, then\nsecond\"\n"
                .formatted(record, name);
    }

    /** Has a file of our own format looked through; answers its id. */
    String bring(String rows) {
        return id(must(201, look("ALONGSIDE", COLUMNS + rows, null)));
    }

    Reply look(String format, String file, Map<String, Object> everyone) {
        Map<String, Object> body =
                new HashMap<>(Map.of("format", format, "file", file, "caseworker", MINA, "legalBasis", "PUBLIC_TASK"));
        if (everyone != null) {
            body.put("everyone", everyone);
        }
        return product.http("ilse").post("/api/v1/imports", body);
    }

    /** What holds for everyone in a file of the global dataset. */
    static Map<String, Object> everyone() {
        return Map.of(
                "language", "spa",
                "region", "CAPITAL",
                "medium", "WRITTEN",
                "limitsExplained", true,
                "unknownAge", 30,
                "childGiver", "TRUSTED_ADULT",
                "childGiverRight", "BEST_INTERESTS",
                "childAssent", "WILLING",
                "viewsNotAsked", "SHE_DOES_NOT_WANT");
    }

    JsonNode read(String brought) {
        return must(200, product.http("ilse").get("/api/v1/imports/" + brought)).json();
    }

    /** Has it opened, and waits until it is. */
    JsonNode run(String brought, String rows) {
        must(204, product.http("ilse").post("/api/v1/imports/" + brought + "/begin", Map.of("rows", rows)));
        return ended(brought);
    }

    void begin(String brought) {
        must(204, product.http("ilse").post("/api/v1/imports/" + brought + "/begin", Map.of("rows", "ALL")));
    }

    /** Waits until it has ended without looking at it as she would. */
    void endedUnseen(String brought) {
        await().atMost(PATIENCE)
                .until(() -> product.sql()
                                .count(
                                        "select count(*) from alongside.case_import where import_id = '%s' and ended_at is not null"
                                                .formatted(brought))
                        == 1);
    }

    JsonNode ended(String brought) {
        return await().atMost(PATIENCE)
                .until(() -> read(brought), now -> now.get("state").asText().equals("ENDED"));
    }

    /** A request by this supervisor. */
    String askedBy(String person) {
        return id(must(201, product.http(person).post("/api/v1/exports", Map.of("reason", "We move."))));
    }

    /** Asked by Ilse and approved by Rosa. */
    String approved() {
        String export = askedBy("ilse");
        must(204, product.http("rosa").post("/api/v1/exports/" + export + "/approval", null));
        return export;
    }

    /** Packed and ready to be fetched. */
    String ready() {
        String export = approved();
        must(
                204,
                product.http("ilse").post("/api/v1/exports/" + export + "/packing", Map.of("passphrase", PASSPHRASE)));
        await().atMost(PATIENCE)
                .until(() -> export(export), now -> now.get("state").asText().equals("READY"));
        return export;
    }

    JsonNode export(String export) {
        return must(200, product.http("ilse").get("/api/v1/exports/" + export)).json();
    }
}
