package org.alongside.system.example;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Assesses risk and needs with people, writes plans that lead up, has them approved and looks at them again. */
final class Accompanying {
    private static final int DAYS_OF_A_QUARTER = 91;
    private static final int DAYS_OF_A_STEP = 10;

    private final Api api;
    private final Map<Integer, String> cases;
    private final List<Lived> people;
    private final Map<Lived, String> goals = new ConcurrentHashMap<>();

    Accompanying(Api api, Map<Integer, String> cases, List<Lived> people) {
        this.api = api;
        this.cases = cases;
        this.people = people;
    }

    /** What was known on paper before is brought with its days; the plans begin. */
    void begin(LocalDate today) {
        people.parallelStream().forEach(one -> {
            String file = file(one);
            String person = one.record().caseworker();
            assessRisk(one, file, person);
            assessNeeds(one, "ENTRY", today.minusDays(DAYS_OF_A_QUARTER), 0);
            assessNeeds(one, "QUARTER", today, 1);
            plan(one, file, person, today);
            approve(one, file, person);
        });
    }

    /** Weeks later some are looked at again, and some say that they have what they wanted. */
    void goOn(LocalDate today) {
        people.parallelStream().forEach(one -> goOn(one, today));
    }

    private void goOn(Lived one, LocalDate today) {
        String person = one.record().caseworker();
        switch (one.course()) {
            case CHANGED -> step(one, person, "Write down who can be called at night", today);
            case REVIEWED -> {
                assessNeeds(one, "BETWEEN", today, 2);
                hear(one, person, "That nobody decides for me", "WELL", today);
                api.post(
                        person,
                        file(one) + "/care-plan/reviews",
                        Map.of("herPart", "WAS_THERE", "herWords", "It can go on like this", "outcome", "GOES_ON"));
            }
            case MET -> {
                assessNeeds(one, "EXIT", today, 3);
                hear(one, person, "To stay where I am", "WELL", today);
                api.post(person, "/goals/" + goals.get(one) + "/end", Map.of("status", "MET", "confirmedByHer", true));
            }
            case BEGUN, AGREED, ASKED, APPROVED, SENT_BACK -> {
                // nobody looks at it; the clock does the rest
            }
        }
    }

    private void assessRisk(Lived one, String file, String person) {
        api.post(
                person,
                file + "/risk-assessments",
                Map.of(
                        "felt",
                        one.serious() ? "UNSAFE" : "MOSTLY_SAFE",
                        "findings",
                        List.of(
                                Map.of("domain", "TRAFFICKER_CONTACT", "score", one.score()),
                                Map.of("domain", "DIGITAL", "score", "NONE"))));
        if (one.serious()) {
            api.put(
                    person,
                    file + "/safety-plan",
                    Map.of(
                            "basedOn",
                            0,
                            "warningSigns",
                            "The same car twice in a day",
                            "steps",
                            "I leave by the back and go to my friend",
                            "survivorCopy",
                            "KNOWS_BY_HEART"));
        }
    }

    private void assessNeeds(Lived one, String point, LocalDate day, int quarters) {
        api.post(
                one.record().caseworker(),
                file(one) + "/needs",
                Map.of(
                        "point",
                        point,
                        "rater",
                        one.record().child() ? "CASEWORKER" : "TOGETHER",
                        "assessedOn",
                        day.toString(),
                        "found",
                        one.found(quarters)));
    }

    private void plan(Lived one, String file, String person, LocalDate today) {
        Map<String, Object> goal = new HashMap<>(Map.of(
                "domain", "HOUSING",
                "statement", "A door I can lock",
                "priority", "NOW",
                "targetOn", today.plusDays(DAYS_OF_A_QUARTER).toString(),
                "baseline", "STRUGGLING",
                "baselineOn", today.minusDays(DAYS_OF_A_QUARTER).toString(),
                "target", "DOING_WELL"));
        goals.put(one, api.post(person, file + "/goals", goal).id());
        if (one.course().agreed()) {
            api.post(
                    person,
                    "/goals/" + goals.get(one) + "/agreement",
                    one.record().child()
                            ? Map.of("agreedByHer", true, "backing", "BEST_INTERESTS")
                            : Map.of("agreedByHer", true));
            step(one, person, "See two flats together", today);
        }
    }

    private void step(Lived one, String person, String what, LocalDate today) {
        api.post(
                person,
                "/goals/" + goals.get(one) + "/steps",
                Map.of(
                        "what",
                        what,
                        "owner",
                        Map.of("organisation", one.record().organisation(), "role", "CW"),
                        "dueOn",
                        today.plusDays(DAYS_OF_A_STEP).toString()));
    }

    private void approve(Lived one, String file, String person) {
        if (!one.supervised() || !one.course().asked()) {
            return;
        }
        api.post(person, file + "/care-plan/approval-request", Map.of());
        if (one.course() == Course.SENT_BACK) {
            api.post(
                    one.record().supervisor(),
                    file + "/care-plan/return",
                    Map.of("change", "Say who is with her at night."));
        } else if (one.course().approved()) {
            api.post(one.record().supervisor(), file + "/care-plan/approval", null);
        }
    }

    private void hear(Lived one, String person, String most, String going, LocalDate today) {
        api.post(
                person,
                file(one) + "/own-words",
                Map.of("saidOn", today.toString(), "mattersMost", most, "going", going));
    }

    private String file(Lived one) {
        return "/cases/" + cases.get(one.record().number());
    }
}
