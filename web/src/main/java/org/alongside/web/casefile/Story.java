package org.alongside.web.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.alongside.web.casefile.TellStoryPage.Moment;

/**
 * A story that is read at a glance however long it is: what is to come and what was last stand whole, of the months before what marks the way.
 *
 * @param near what is to come, and the newest months until there is enough of them, newest first
 * @param before the other months, newest first
 */
public record Story(List<Moment> near, List<Month> before) {
    /** So many fit without being folded. */
    static final int SHORT = 14;

    /** So many of the newest stand whole where a story is longer, and with them the rest of their month. */
    static final int NEAR = 6;

    /** What stays in sight of a month that is folded: where she lives, who leads, what she reached, how it ended. */
    static final Set<String> MARKS = Set.of(
            "case-opened",
            "case-closed",
            "case-reopened",
            "handover-accepted",
            "referral-accepted",
            "housing-admitted",
            "housing-left",
            "housing-left-unknown",
            "plan-approved",
            "goal-met",
            "matter-opened",
            "hearing-was",
            "health-urgent",
            "living-began",
            "living-ended",
            "counselling-sessions",
            "missing-began",
            "missing-located",
            "missing-unresolved",
            "guardian-appointed",
            "disclosure-made",
            "follow-up-reached",
            "follow-up-not-reached",
            "follow-up-declined",
            "reintegration-decided",
            "reintegration-forced",
            "reintegration-left",
            "reintegration-removed",
            "reintegration-arrived",
            "reintegration-ended");

    /** Of which code lists the values of an entry are, by how its kind begins; the first that fits holds. Empty: the value is said as it is. */
    private static final Map<String, List<String>> CODES = codes();

    /** In place of a code list: a day, ISO 8601, said as days are. */
    static final String DAY = "day";

    private static Map<String, List<String>> codes() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        codes.put("goal-", List.of("care_domain", ""));
        codes.put("step-", List.of("care_domain", ""));
        codes.put("hearing-", List.of("hearing_place"));
        codes.put("housing-rules-told", List.of("", "language"));
        codes.put("housing-step", List.of("follow_step"));
        codes.put("housing-", List.of("", "accommodation_type"));
        codes.put("missing-", List.of("found_how"));
        codes.put("purpose-", List.of("consent_purpose"));
        codes.put(
                "referral-",
                List.of("", "", "service_type", "referral_decline_reason", "referral_question", "referral_outcome"));
        codes.put("counselling-sessions", List.of("", "", DAY));
        codes.put("health-", List.of("appointment_place"));
        codes.put("living-", List.of("livelihood_kind", "retention_answer"));
        codes.put("measure-", List.of("measure_point"));
        codes.put("follow-up-", List.of("followup_interval"));
        codes.put("reintegration-arranged", List.of("return_step"));
        codes.put("reintegration-given", List.of("support_purpose"));
        codes.put("reintegration-ended", List.of("return_end"));
        codes.put("reintegration-", List.of("return_type"));
        return codes;
    }

    static List<String> codes(String kind) {
        return CODES.entrySet().stream()
                .filter(one -> kind.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    static boolean marks(String kind) {
        return MARKS.contains(kind);
    }

    /**
     * What is still to be done by an instant.
     *
     * @param late says of a title that its time is over
     */
    static Moment toCome(String title, Instant at, Instant now, UnaryOperator<String> late) {
        return at.isBefore(now)
                ? new Moment(late.apply(title), at, "late", true)
                : new Moment(title, at, "ahead", true);
    }

    /**
     * Folds what is long.
     *
     * @param behind what happened, newest first
     * @param month the name of the month of a moment, as its reader says it
     */
    static Story of(List<Moment> ahead, List<Moment> behind, Function<Instant, String> month) {
        List<Moment> near = new ArrayList<>(ahead);
        if (behind.size() <= SHORT) {
            near.addAll(behind);
            return new Story(near, List.of());
        }
        Map<String, List<Moment>> months = new LinkedHashMap<>();
        behind.forEach(moment -> months.computeIfAbsent(month.apply(moment.at()), name -> new ArrayList<>())
                .add(moment));
        List<Month> before = new ArrayList<>();
        int whole = 0;
        for (Map.Entry<String, List<Moment>> one : months.entrySet()) {
            if (whole < NEAR) {
                near.addAll(one.getValue());
                whole += one.getValue().size();
            } else {
                before.add(Month.of(one.getKey(), one.getValue()));
            }
        }
        return new Story(near, before);
    }

    /**
     * A month that is folded.
     *
     * @param name such as "March 2026"
     * @param marks what stays in sight
     * @param rest what is behind the fold
     */
    public record Month(String name, List<Moment> marks, List<Moment> rest) {
        private static Month of(String name, List<Moment> moments) {
            return new Month(
                    name,
                    moments.stream().filter(Moment::marks).toList(),
                    moments.stream().filter(moment -> !moment.marks()).toList());
        }
    }
}
