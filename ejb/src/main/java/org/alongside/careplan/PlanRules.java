package org.alongside.careplan;

import java.time.LocalDate;
import java.util.Objects;
import org.alongside.code.Codes;
import org.alongside.shared.Check;

/** What a goal and a step must be like, told field by field. */
final class PlanRules {
    private static final int LONGEST_AHEAD_IN_YEARS = 3;

    private final Codes codes;
    private final LocalDate today;

    PlanRules(Codes codes, LocalDate today) {
        this.codes = codes;
        this.today = today;
    }

    /** @param before its day until now, which may be past and stay; or null */
    void goal(NewGoal goal, LocalDate before) {
        new Check()
                .code(goal.domain(), "domain", codes.in("care_domain"))
                .text(goal.statement(), "statement", 500)
                .code(goal.priority(), "priority", codes.in("goal_priority"))
                .that(notPast(goal.targetOn(), before), "targetOn", "in-the-past")
                .that(notTooFar(goal.targetOn()), "targetOn", "too-far-ahead", LONGEST_AHEAD_IN_YEARS)
                .orRefuse();
    }

    /** @param before its day until now, which may be past and stay; or null */
    void step(NewStep step, Goal goal, LocalDate before) {
        boolean hers = step.owner() != null
                && step.owner().organisation() == null
                && step.owner().role() == null;
        new Check()
                .text(step.what(), "what", 300)
                .that(step.owner() != null, "owner", "missing")
                .that(
                        step.owner() == null
                                || hers
                                || step.owner().organisation() != null
                                        && step.owner().role() != null,
                        "owner",
                        "owner-not-whole")
                .that(hers || step.dueOn() != null, "dueOn", "missing")
                .that(notPast(step.dueOn(), before), "dueOn", "in-the-past")
                .that(notTooFar(step.dueOn()), "dueOn", "too-far-ahead", LONGEST_AHEAD_IN_YEARS)
                .that(
                        step.dueOn() == null
                                || goal.targetOn() == null
                                || Objects.equals(step.dueOn(), before)
                                || !step.dueOn().isAfter(goal.targetOn()),
                        "dueOn",
                        "after-the-goals-day")
                .orRefuse();
    }

    void ending(Ending ending) {
        boolean met = ending.status() == GoalStatus.MET;
        new Check()
                .that(ending.status() != null, "status", "missing")
                .that(ending.status() == null || GoalStatus.ENDS.contains(ending.status()), "status", "unknown-code")
                .that(!met || ending.confirmedByHer(), "confirmedByHer", "she-says-so")
                .that(met || ending.reason() != null && !ending.reason().isBlank(), "reason", "missing")
                .optionalCode(blankToNull(ending.reason()), "reason", codes.in("goal_end_reason"))
                .that(
                        !"OTHER".equals(ending.reason()) || blankToNull(ending.words()) != null,
                        "words",
                        "say-what-it-is")
                .optionalText(ending.words(), "words", 500)
                .orRefuse();
    }

    void block(String reason, String words) {
        new Check()
                .code(reason, "reason", codes.in("step_block_reason"))
                .that(!"OTHER".equals(reason) || blankToNull(words) != null, "words", "say-what-it-is")
                .optionalText(words, "words", 300)
                .orRefuse();
    }

    private boolean notPast(LocalDate day, LocalDate before) {
        return day == null || day.equals(before) || !day.isBefore(today);
    }

    private boolean notTooFar(LocalDate day) {
        return day == null || !day.isAfter(today.plusYears(LONGEST_AHEAD_IN_YEARS));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
