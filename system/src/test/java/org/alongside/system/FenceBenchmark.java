package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints what gate and row security cost, the product as it is beside the same product without either, and how long a
 * withdrawal takes, among 100,000 cases of 60 organisations. It measures and judges nothing.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class FenceBenchmark {
    private static final int READ = 20;
    private static final int WARM = 100;
    private static final int TIMES = Integer.getInteger("benchmark.times", 300);
    private static final String[] AGREED = {"IDENTITY", "CONTACT_LOCATION", "SAFETY_RISK"};

    private final Product product = Product.get();

    /** Nothing at all; all but gate and row security; the product. */
    @Test
    void fence() throws Exception {
        Crowd.write(product.sql());
        List<String> files = new ArrayList<>();
        for (int at = 0; at < READ; at++) {
            Survivor survivor = Survivor.adult(product, "mina");
            survivor.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, AGREED);
            files.add("/api/v1/cases/" + survivor.caseId());
        }
        List<String> to = new ArrayList<>();
        for (int at = 0; at < WARM + TIMES; at++) {
            to.add("/api/v1/cases/" + agreeing().caseId() + "/referrals");
        }
        Crowd.print("The fence", product.sql());
        try (Unfenced unfenced = Unfenced.start(product)) {
            for (String reader : List.of("mina", "noor")) {
                new InTurns()
                        .side("without", at -> unfenced.http(reader).get(files.get(at % READ)))
                        .side("the product", at -> product.http(reader).get(files.get(at % READ)))
                        .print("Reading a file, as " + reader, WARM, TIMES);
            }
            unfenced.audits(true);
            for (String reader : List.of("mina", "noor")) {
                new InTurns()
                        .side("without, but audited", at -> unfenced.http(reader)
                                .get(files.get(at % READ)))
                        .side("the product", at -> product.http(reader).get(files.get(at % READ)))
                        .print("Reading a file, as " + reader, WARM, TIMES);
            }
            unfenced.audits(false);
            Map<String, Object> asked = Map.of(
                    "service",
                    Survivor.CEDAR_COUNSELLING,
                    "urgency",
                    "ROUTINE",
                    "categories",
                    List.of(AGREED),
                    "message",
                    "Please.");
            new InTurns()
                    .side("without", at -> unfenced.http("mina").post(to.get(at), asked))
                    .side("the product", at -> product.http("mina").post(to.get(at), asked))
                    .print("Writing a referral", WARM, TIMES);
        }
    }

    /** One consent under which a thousand grants are open to two hundred people, withdrawn over HTTP. */
    @Test
    void withdrawal() throws Exception {
        product.sql().run(COUNSELLORS);
        Crowd.print("Withdrawal", product.sql());
        long[] micros = new long[12];
        long[] open = new long[micros.length];
        for (int at = 0; at < micros.length; at++) {
            Survivor survivor = Survivor.adult(product, "mina");
            String consent = manyMayRead(survivor);
            open[at] = open(survivor);
            long begun = System.nanoTime();
            Survivor.must(204, withdraw(consent));
            micros[at] = (System.nanoTime() - begun) / 1000;
            assertThat(open(survivor)).isZero();
            assertThat(survivor.fileFor("noor").status()).isEqualTo(404);
        }
        System.out.printf("%d open grants; after the first answer %d%n", open[0], 0);
        System.out.printf("first %.0f ms", micros[0] / 1000.0);
        Arrays.sort(micros);
        System.out.printf(
                ", median %.0f ms, longest %.0f ms of %d%n",
                micros[micros.length / 2] / 1000.0, micros[micros.length - 1] / 1000.0, micros.length);
        try (Plans plans = new Plans(product)) {
            List<String> consents = new ArrayList<>();
            for (int at = 0; at <= Plans.BEFORE; at++) {
                consents.add(manyMayRead(Survivor.adult(product, "mina")));
            }
            plans.print("A withdrawal", () -> withdraw(consents.remove(0)), "(update access_grant|access_of_case)");
        }
    }

    private Reply withdraw(String consent) {
        return product.http("mina").post("/api/v1/consents/" + consent + "/withdrawal", null);
    }

    private long open(Survivor survivor) {
        return product.sql()
                .count(
                        "select count(*) from alongside.access_grant where case_id = cast(? as uuid) and consent_id is not null and ended_at is null",
                        survivor.caseId());
    }

    /** As after years of a large house: what was accepted is open to each of two hundred of its people by name. */
    private String manyMayRead(Survivor survivor) {
        String consent = survivor.agreesToShareWith(Survivor.CEDAR, AGREED);
        String referral = survivor.isReferredTo(Survivor.CEDAR_COUNSELLING, "ROUTINE", AGREED);
        Survivor.must(200, product.http("noor").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        product.sql().run(GRANTS.formatted(consent));
        return consent;
    }

    private Survivor agreeing() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(Survivor.CEDAR, AGREED);
        return survivor;
    }

    private static final String COUNSELLORS = """
            insert into alongside.worker (worker_id, subject, organisation_id, name)
            select w, w::text, '00000000-0000-4000-9000-000000000005', 'Counsellor ' || n from generate_series(1, 200) n
             cross join lateral (select ('00000000-0000-4000-8000-0000000006' || lpad(to_hex(n), 2, '0'))::uuid w) w
            on conflict do nothing
            """;

    private static final String GRANTS = """
            insert into alongside.access_grant (grant_id, case_id, organisation_id, worker_id, category, level, basis, referral_id, consent_id,
                   valid_from, valid_until, given_by)
            select gen_random_uuid(), g.case_id, g.organisation_id, w.worker_id, k, 'R', g.basis, g.referral_id, g.consent_id,
                   g.valid_from, g.valid_until, g.given_by
              from (select * from alongside.access_grant where consent_id = '%s' limit 1) g
             cross join (select worker_id from alongside.worker where worker_id::text like '00000000-0000-4000-8000-0000000006__') w
             cross join (values (0), (1), (2), (9), (10)) v (k)
            """;
}
