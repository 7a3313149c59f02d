package org.alongside.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The criteria of DOMAIN 8.9 in their order, each with what stands against it. */
final class Checklist {
    private static final Map<String, Set<String>> ASKS = Map.ofEntries(
            Map.entry("RISK", Set.of("RISK_IMMEDIATE", "RISK_HIGH", "RISK_MEDIUM", "OPEN_ALERTS")),
            Map.entry(
                    "HOUSING",
                    Set.of("PLACEMENT_RUNS", "NO_PLACE", "HOUSING_UNKNOWN", "HOUSING_NOT_STABLE", "HOUSING_NEW")),
            Map.entry("GOALS", Set.of("OPEN_REFERRALS", "OPEN_SEARCHES", "OPEN_STEPS", "OPEN_GOALS")),
            Map.entry("DATES", Set.of("OPEN_HEARINGS", "PERMITS_UNKNOWN", "PERMIT_WITHOUT_OWNER")),
            Map.entry(
                    "AGREEMENT",
                    Set.of("DISAGREES", "CONVERSATION_NOT_WRITTEN", "GUARDIAN_NOT_HEARD", "GUARDIAN_DISAGREES")),
            Map.entry("SAFETY", Set.of("SAFETY_PLAN_NOT_GIVEN", "HOTLINE_NOT_GIVEN", "SAFETY_UNCHECKED")),
            Map.entry("CHILD", Set.of("AUTHORITY_NOT_TOLD", "BEST_INTERESTS_MISSING", "BEST_INTERESTS_AGAINST")),
            Map.entry("FOLLOW_UP", Set.of("FOLLOW_UP_NOT_ASKED")),
            Map.entry("APPROVAL", Set.of()),
            Map.entry("DATA_NOTICE", Set.of("NOTICE_NOT_GIVEN")),
            Map.entry(
                    "BESIDES",
                    Set.of(
                            "EMERGENCIES_UNREVIEWED",
                            "ATTEMPTS_MISSING",
                            "NOT_TOLD",
                            "RETURN_NOT_CONFIRMED",
                            "RETURN_UNDER_WAY")));

    private static final List<String> ORDER = List.of(
            "RISK",
            "HOUSING",
            "GOALS",
            "DATES",
            "AGREEMENT",
            "SAFETY",
            "CHILD",
            "FOLLOW_UP",
            "APPROVAL",
            "DATA_NOTICE",
            "BESIDES");

    /** What only a proposal says. */
    private static final Set<String> IN_PROPOSAL = Set.of("AGREEMENT", "FOLLOW_UP", "DATA_NOTICE");

    private Checklist() {}

    /** Every obstacle stands in exactly one line. */
    static String lineOf(String obstacle) {
        return ASKS.entrySet().stream()
                .filter(line -> line.getValue().contains(obstacle))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** @param proposed whether what stands against it was reckoned with what a proposal says */
    static List<ClosingCriterion> of(ClosingFacts facts, List<ClosingObstacle> found, boolean proposed) {
        List<ClosingCriterion> lines = new ArrayList<>();
        for (String code : ORDER) {
            List<ClosingObstacle> against = found.stream()
                    .filter(one -> ASKS.get(code).contains(one.code()))
                    .toList();
            if ("CHILD".equals(code) && !facts.survivor().child() || "BESIDES".equals(code) && against.isEmpty()) {
                continue;
            }
            lines.add(new ClosingCriterion(code, state(code, against, proposed), asOf(code, facts), against));
        }
        return lines;
    }

    private static String state(String code, List<ClosingObstacle> against, boolean proposed) {
        if (against.stream().anyMatch(ClosingObstacle::blocks)) {
            return "FIRST";
        }
        if (!against.isEmpty()) {
            return "OPEN";
        }
        if ("APPROVAL".equals(code)) {
            return "SECOND_PERSON";
        }
        return !proposed && IN_PROPOSAL.contains(code) ? "IN_PROPOSAL" : "MET";
    }

    private static Optional<LocalDate> asOf(String code, ClosingFacts facts) {
        Optional<NewGround> noted = facts.ground().ground();
        return switch (code) {
            case "HOUSING" -> noted.map(NewGround::housedSince);
            case "AGREEMENT" -> noted.map(NewGround::talkedOn);
            case "SAFETY" -> noted.map(NewGround::safetyPlanOn);
            case "DATES" -> facts.ground().dates().stream().findFirst().map(ClosingGround.OpenDate::dueOn);
            default -> Optional.empty();
        };
    }
}
