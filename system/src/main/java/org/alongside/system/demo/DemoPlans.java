package org.alongside.system.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.alongside.system.api.Api;

/** What was found out with the made-up people, and what they plan: how safe they are, their needs, goals and steps. */
final class DemoPlans {
    private static final int DAYS_OF_A_QUARTER = 91;

    private final Api api;
    private final LocalDate today;

    DemoPlans(Api api, LocalDate today) {
        this.api = api;
        this.today = today;
    }

    LocalDate aQuarterAgo() {
        return today.minusDays(DAYS_OF_A_QUARTER);
    }

    void assess(String caseworker, String file) {
        api.post(
                caseworker,
                "/cases/" + file + "/risk-assessments",
                Map.of(
                        "felt",
                        "MOSTLY_SAFE",
                        "findings",
                        List.of(
                                Map.of("domain", "TRAFFICKER_CONTACT", "score", "SOME"),
                                Map.of("domain", "DIGITAL", "score", "SOME"))));
    }

    void needs(
            String caseworker, String file, String point, LocalDate day, String safety, String housing, String mind) {
        api.post(
                caseworker,
                "/cases/" + file + "/needs",
                Map.of(
                        "point",
                        point,
                        "rater",
                        "TOGETHER",
                        "assessedOn",
                        day.toString(),
                        "found",
                        List.of(
                                Map.of("domain", "SAFETY", "level", safety, "need", "Not to be found"),
                                Map.of("domain", "HOUSING", "level", housing, "strength", "Keeps a room well"),
                                Map.of("domain", "MENTAL_HEALTH", "level", mind, "need", "Sleep"))));
    }

    Map<String, Object> written(String domain, String statement) {
        return Map.of(
                "domain",
                domain,
                "statement",
                statement,
                "priority",
                "NOW",
                "targetOn",
                today.plusDays(DAYS_OF_A_QUARTER).toString(),
                "baseline",
                "STRUGGLING",
                "baselineOn",
                today.toString(),
                "target",
                "DOING_WELL");
    }

    /** Answers the goal of an adult. */
    String goal(String caseworker, String file, String domain, String statement, boolean agreed) {
        String goal = api.post(caseworker, "/cases/" + file + "/goals", written(domain, statement))
                .id();
        if (agreed) {
            api.post(caseworker, "/goals/" + goal + "/agreement", Map.of("agreedByHer", true));
        }
        return goal;
    }

    /** Answers a step that is due in a week. */
    String step(String caseworker, String goal, String what, String organisation, String role) {
        return api.post(
                        caseworker,
                        "/goals/" + goal + "/steps",
                        Map.of(
                                "what",
                                what,
                                "owner",
                                Map.of("organisation", organisation, "role", role),
                                "dueOn",
                                today.plusDays(7).toString()))
                .id();
    }
}
