package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how a counsellor's week and a caseworker's overdue lists answer among 100,000 cases of 60 organisations where 5,000 sessions are
 * held every week and half a year of them is kept, beside a floor of the same run. It measures and judges nothing.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class CounsellingBenchmark {
    private static final int WARM = 30;
    private static final int TIMES = 100;
    private static final int OWN_A_WEEK = 25;
    private static final int LATE = 40;
    private static final String NOOR = "00000000-0000-4000-8000-000000000010";

    private final Product product = Product.get();

    @Test
    void lists() throws Exception {
        Crowd.write(product.sql());
        for (int one = 0; one < LATE; one++) {
            Survivor survivor = Survivor.adult(product, "mina");
            must(
                    204,
                    product.http("ilse").post("/api/v1/closings/" + survivor.isProposedToClose() + "/approval", null));
        }
        product.forward(Duration.ofDays(92));
        List<String> hers = IntStream.range(0, OWN_A_WEEK)
                .mapToObj(at -> {
                    Survivor survivor = Survivor.adult(product, "mina");
                    survivor.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY");
                    survivor.agreesTo(survivor.wants("A door I can lock"));
                    planned(survivor.caseId(), at);
                    return survivor.caseId();
                })
                .toList();
        product.forward(Duration.ofDays(24));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> late("ask-her") >= LATE && late("review") >= OWN_A_WEEK && late("record") >= OWN_A_WEEK);
        sessions(hers);
        Crowd.print(
                "Sessions kept: " + product.sql().count("select count(*) from alongside.counselling_session"),
                product.sql());
        System.out.printf(
                "late: %d follow-ups, %d reviews, %d hours of which nobody says who came, %d questions how she is; %d tasks in the engine%n",
                late("ask-her"),
                late("review"),
                late("record"),
                late("put-to-her"),
                product.sql().count("select count(*) from engine.act_ru_task"));
        new InTurns()
                .side("floor: GET /me", at -> product.http("noor").get("/api/v1/me"))
                .side("a counsellor's week", at -> product.http("noor").get("/api/v1/counselling/week"))
                .side("what a house's counsellors carry", at -> product.http("noor")
                        .get("/api/v1/counselling/caseload"))
                .side("who waits for counselling", at -> product.http("noor").get("/api/v1/counselling/waiting"))
                .side("a counsellor's work: of which hours to say who came", at -> product.http("noor")
                        .get("/api/v1/tasks?limit=25"))
                .side("a caseworker's work, overdue first", at -> product.http("mina")
                        .get("/api/v1/tasks?limit=25"))
                .side("a caseworker's steps that are overdue", at -> product.http("mina")
                        .get("/api/v1/due-steps?days=0&limit=25"))
                .side("a caseworker's work, the second page", at -> product.http("mina")
                        .get("/api/v1/tasks?limit=25&behind=25"))
                .side("how much waits, as on every page", at -> product.http("mina")
                        .get("/api/v1/tasks/count"))
                .side("counselling of one case, for who leads", at -> product.http("mina")
                        .get("/api/v1/cases/" + hers.get(0) + "/counselling"))
                .print("First pages over HTTP", WARM, TIMES);
        try (Plans plans = new Plans(product)) {
            plans.print(
                    "a counsellor's week",
                    () -> product.http("noor").get("/api/v1/counselling/week"),
                    "sitting|counselling_session");
            plans.print(
                    "a caseworker's work",
                    () -> product.http("mina").get("/api/v1/tasks?limit=25"),
                    "(?i)act_ru_task|referral_card|case_file|follow_up");
        }
    }

    /** A session that is over by then, and of which nobody says whether she came. */
    private void planned(String caseId, int at) {
        must(
                201,
                product.http("noor")
                        .post(
                                "/api/v1/cases/" + caseId + "/counselling/sessions",
                                Map.of(
                                        "startsAt",
                                        House.inHours(product, 2 + at),
                                        "minutes",
                                        50,
                                        "type",
                                        "INDIVIDUAL",
                                        "modality",
                                        "IN_PERSON",
                                        "place",
                                        "CLINIC",
                                        "interpreter",
                                        "NONE")));
    }

    private long late(String step) {
        return product.sql().count("select count(*) from engine.act_ru_task where task_def_key_ = ?", step);
    }

    /** 200 counsellors with 25 sessions a week for half a year; those of one are with persons of hers, the others with anybody. */
    private void sessions(List<String> hers) {
        product.sql()
                .run("set session_replication_role = replica; "
                        + """
                create temp table hours as
                  select gen_random_uuid() id, k, w, n,
                         case when k = 0 then '%1$s'::uuid else md5('counsellor ' || k)::uuid end counsellor,
                         case when k = 0 then '%2$s'::uuid else md5('house ' || k %% 60)::uuid end house
                    from generate_series(0, 199) k, generate_series(0, 25) w, generate_series(0, 24) n;
                insert into alongside.sitting (sitting_id, organisation_id, counsellor_id, starts_at, ends_at, planned_by, planned_at, recorded_at)
                  select id, house, counsellor, date_trunc('week', (select now() + ahead from alongside.clock)) - make_interval(weeks => w) + make_interval(hours => 6 * n),
                         date_trunc('week', (select now() + ahead from alongside.clock)) - make_interval(weeks => w) + make_interval(hours => 6 * n + 1), counsellor, now(), now()
                    from hours
                  on conflict do nothing;
                insert into alongside.counselling_session (session_id, sitting_id, case_id, organisation_id, counsellor_id, type, modality, place,
                                                           interpreter, attendance, recorded_at, recorded_by, planned_at)
                  select gen_random_uuid(), h.id, case when k = 0 then (array['%3$s']::uuid[])[n + 1] else c.case_id end, house, counsellor, 'INDIVIDUAL',
                         'IN_PERSON', 'CLINIC', 'NONE', 'ATTENDED', now(), counsellor, now()
                    from hours h join alongside.sitting x on x.sitting_id = h.id
                    join (select case_id, row_number() over () at from alongside.case_file) c on c.at = (h.k * 653 + h.w * 25 + h.n) %% 90000 + 1;
                insert into alongside.session_attended (session_id, case_id, organisation_id, held_on, attendance)
                  select s.session_id, s.case_id, s.organisation_id, h.starts_at::date, s.attendance
                    from alongside.counselling_session s join alongside.sitting h using (sitting_id)
                   where not exists (select from alongside.session_attended a where a.session_id = s.session_id);
                drop table hours; set session_replication_role = origin
                """.formatted(NOOR, Survivor.CEDAR, String.join("','", hers)));
        product.sql()
                .run(
                        "analyze alongside.sitting, alongside.counselling_session, alongside.session_attended, alongside.case_access, alongside.case_file");
    }
}
