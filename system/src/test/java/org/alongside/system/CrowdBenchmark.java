package org.alongside.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how lists and the audit answer among 100,000 cases of 60 organisations and a million events, and their plans as the
 * application's role. It measures and judges nothing.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class CrowdBenchmark {
    private static final int WARM = 30;
    private static final int TIMES = 100;
    private static final String AUDIT = "/api/v1/audit-events?limit=25";
    private static final String JONAS = "00000000-0000-4000-8000-000000000002";
    private static final String[] AGREED = {"IDENTITY", "CONTACT_LOCATION", "SAFETY_RISK"};

    private final Product product = Product.get();

    /** Somebody who asks for a page, and what of its plans is of interest. */
    private record Asked(String person, String path, String about) {}

    @Test
    void lists() throws Exception {
        Crowd.write(product.sql());
        List<Survivor> survivors = new ArrayList<>();
        for (int at = 0; at < 60; at++) {
            Survivor survivor = Survivor.adult(product, "mina");
            survivor.agreesToShareWith(Survivor.CEDAR, AGREED);
            survivor.isReferredTo(Survivor.CEDAR_COUNSELLING, "ROUTINE", AGREED);
            survivors.add(survivor);
        }
        Crowd.print("Lists", product.sql());
        Map<String, Asked> lists = new LinkedHashMap<>();
        lists.put("cases", new Asked("ilse", "/api/v1/cases?limit=25", "caller_holders\\(\\) h|unnest"));
        lists.put("incoming", new Asked("noor", "/api/v1/incoming?limit=25", "from (alongside\\.)?referral_card"));
        lists.put("my work", new Asked("mina", "/api/v1/tasks?limit=25", "(?i)act_ru_task|referral_card|case_file"));
        lists.put(
                "work of a house",
                new Asked("noor", "/api/v1/tasks?limit=25", "(?i)act_ru_task|referral_card|case_file"));
        lists.put(
                "who has seen this",
                new Asked("mina", "/api/v1/cases/" + survivors.get(0).caseId() + "/accesses?limit=25", "audit_event"));
        ask(lists);
    }

    @Test
    void audit() throws Exception {
        Crowd.write(product.sql());
        AuditCrowd.write(product.sql());
        Crowd.print(
                "Audit of " + product.sql().count("select count(*) from alongside.audit_event") + " events",
                product.sql());
        String code = (String) product.sql()
                .one(
                        "update alongside.case_file set case_code = 'AU-D1TB8M' where case_id = (select case_id from alongside.case_file where lead_worker_id = cast(? as uuid) limit 1) returning case_code",
                        JONAS);
        LocalDate day = LocalDate.now().minusDays(400);
        Map<String, Asked> pages = new LinkedHashMap<>();
        pages.put("everything", audit(""));
        pages.put("one case", audit("&caseCode=" + code));
        pages.put("one person", audit("&person=" + JONAS));
        pages.put("one organisation", audit("&organisation=" + Survivor.WILLOW));
        pages.put("a week", audit("&from=" + day + "&until=" + day.plusDays(7)));
        pages.put("refused", audit("&outcome=REFUSED"));
        ask(pages);
        new InTurns()
                .side("floor: GET /me", at -> product.http("vera").get("/api/v1/me"))
                .side("one record of the audit", at -> product.http("vera").get("/api/v1/audit-verification/" + code))
                .print("Verified over HTTP", WARM, TIMES);
        verifyAll();
    }

    /** As the application's role, without HTTP: whoever asks for all of it waits as long. */
    private void verifyAll() throws Exception {
        try (Connection application = product.sql().app().getConnection();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute(
                    "select caller_open('00000000-0000-4000-8000-000000000015', '00000000-0000-4000-9000-000000000008', '{DPO}', now())");
            long begun = System.nanoTime();
            ResultSet broken =
                    statement.executeQuery("select count(*), (select events from audit_extent()) from audit_broken()");
            broken.next();
            System.out.printf(
                    "Every record verified: %d events in %.1f s, %d records broken%n",
                    broken.getLong(2), (System.nanoTime() - begun) / 1e9, broken.getLong(1));
        }
    }

    private static Asked audit(String query) {
        return new Asked("vera", AUDIT + query, "from audit_event|audit_concern");
    }

    private void ask(Map<String, Asked> pages) throws Exception {
        InTurns turns =
                new InTurns().side("floor: GET /me", at -> product.http("mina").get("/api/v1/me"));
        pages.forEach((name, page) -> turns.side(name + ", as " + page.person(), at -> product.http(page.person())
                .get(page.path())));
        turns.print("First pages over HTTP", WARM, TIMES);
        try (Plans plans = new Plans(product)) {
            for (Map.Entry<String, Asked> page : pages.entrySet()) {
                Asked asked = page.getValue();
                plans.print(
                        page.getKey() + ", as " + asked.person(),
                        () -> product.http(asked.person()).get(asked.path()),
                        asked.about());
            }
        }
    }
}
