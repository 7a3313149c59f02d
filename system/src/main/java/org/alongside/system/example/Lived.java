package org.alongside.system.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case as it is planned to be lived with: what is found, how far the plan goes, and where she sleeps.
 *
 * @param risk code of risk_level that follows from what is found
 * @param planned whom she is referred to for a bed, and what becomes of it; empty: she wants none
 * @param child somebody of her family who sleeps in her room
 */
record Lived(
        CtdcRecord record,
        int number,
        Course course,
        String risk,
        Optional<Planned> planned,
        Optional<Stay> stay,
        Optional<Lived> child) {
    private static final List<String> RISKS = List.of("LOW", "MEDIUM", "HIGH", "IMMEDIATE");
    private static final Map<String, String> SCORES =
            Map.of("LOW", "NONE", "MEDIUM", "SOME", "HIGH", "SERIOUS", "IMMEDIATE", "IMMINENT");
    private static final List<String> LEVELS = List.of("IN_CRISIS", "STRUGGLING", "COPING", "DOING_WELL");
    private static final List<String> DOMAINS = List.of(
            "SAFETY",
            "HOUSING",
            "PHYSICAL_HEALTH",
            "MENTAL_HEALTH",
            "LEGAL",
            "IMMIGRATION_DOCUMENTS",
            "LIVELIHOOD",
            "SOCIAL_INCLUSION");

    /** So many of the records are lived with: three of five want a bed, and of the others a few are families. */
    static List<Lived> of(List<CtdcRecord> records) {
        List<Lived> all = new ArrayList<>();
        Map<Boolean, Lived> children = new HashMap<>();
        for (CtdcRecord record : records) {
            int number = all.size();
            boolean alone = number % 5 < 3;
            Lived one = new Lived(
                    record,
                    number,
                    Course.values()[number % Course.values().length],
                    RISKS.get(number / Course.values().length % RISKS.size()),
                    alone ? Optional.of(shelter(record)) : Optional.empty(),
                    alone ? Optional.of(Stay.of(number - number / 5 * 2)) : Optional.empty(),
                    Optional.empty());
            if (!alone && record.child()) {
                children.put(record.first(), one);
            } else if (!alone && !"FEMALE".equals(record.sex()) && children.containsKey(record.first())) {
                Lived child = children.remove(record.first()).inFamily(Optional.empty());
                all.set(child.number(), child);
                one = one.inFamily(Optional.of(child));
            }
            all.add(one);
        }
        return all;
    }

    private Lived inFamily(Optional<Lived> with) {
        return new Lived(record, number, course, risk, Optional.of(shelter(record)), Optional.of(Stay.LIVES), with);
    }

    /** A referral to a shelter that is not urgent enough to go without a second person. */
    private static Planned shelter(CtdcRecord record) {
        return Planned.of(record, 0, 1);
    }

    /** How many beds are given to her in all, without those of a room for her family. */
    int beds() {
        if (child.isPresent() || stay.isEmpty() || stay.get().bed() == null) {
            return 0;
        }
        return stay.get() == Stay.MOVED ? 2 : 1;
    }

    /** Whether a supervisor has to agree to her plan. */
    boolean supervised() {
        return record.child() || serious();
    }

    /** Whether she is at high risk. */
    boolean serious() {
        return RISKS.indexOf(risk) >= 2;
    }

    /** Code of risk_score. */
    String score() {
        return SCORES.get(risk);
    }

    /** Where she stood or stands after so many quarters, in the domains that were talked about. */
    List<Map<String, Object>> found(int quarters) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (int domain = 0; domain < DOMAINS.size(); domain++) {
            if ((number + domain) % 4 > 0) {
                found.add(Map.of("domain", DOMAINS.get(domain), "level", level(domain, quarters)));
            }
        }
        return found;
    }

    /** Most go up, some stay, and one in a while falls back before it goes on. */
    private String level(int domain, int quarters) {
        int from = (number + domain) % 3;
        int back = quarters == 1 && (number + domain) % 7 == 0 ? 1 : 0;
        int way = (number + 2 * domain) % 3 == 0 ? 0 : quarters;
        return LEVELS.get(Math.max(0, Math.min(LEVELS.size() - 1, from + way - back)));
    }
}
