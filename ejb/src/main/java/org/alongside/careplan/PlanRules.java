package org.alongside.careplan;

import java.time.LocalDate;
import java.util.Objects;
import org.alongside.careplan.StepService.Blocking;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
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
        marks(goal)
                .that(notPast(goal.targetOn(), before), "targetOn", "in-the-past")
                .that(notTooFar(goal.targetOn()), "targetOn", "too-far-ahead", LONGEST_AHEAD_IN_YEARS)
                .orRefuse();
    }

    /** @param before its day until now, which may be past and stay; or null */
    void step(NewStep step, Goal goal, LocalDate before) {
        boolean hers = step.owner() != null
                && step.owner().organisation() == null
                && step.owner().role() == null;
        marks(step)
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
        marks(ending)
                .that(ending.status() == null || GoalStatus.ENDS.contains(ending.status()), "status", "unknown-code")
                .that(!met || ending.confirmedByHer(), "confirmedByHer", "she-says-so")
                .that(met || stripped(ending.reason()) != null, "reason", "missing")
                .that(said(ending.reason(), ending.words()), "words", "say-what-it-is")
                .orRefuse();
    }

    void block(Blocking block) {
        marks(block)
                .that(said(block.reason(), block.words()), "words", "say-what-it-is")
                .orRefuse();
    }

    private Check marks(Record handedIn) {
        Check check = new Check();
        new Fields(codes, check).check(handedIn, "");
        return check;
    }

    private boolean notPast(LocalDate day, LocalDate before) {
        return day == null || day.equals(before) || !day.isBefore(today);
    }

    private boolean notTooFar(LocalDate day) {
        return day == null || !day.isAfter(today.plusYears(LONGEST_AHEAD_IN_YEARS));
    }

    /** Another reason than those of the list is said in words. */
    private static boolean said(String reason, String words) {
        return !"OTHER".equals(reason) || stripped(words) != null;
    }

    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
