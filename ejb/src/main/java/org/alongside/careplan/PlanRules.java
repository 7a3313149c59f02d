package org.alongside.careplan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
                .that(goal.baseline() == null || goal.baselineOn() != null, "baselineOn", "missing")
                .that(goal.baseline() != null || goal.baselineOn() == null, "baseline", "missing")
                .that(goal.baseline() != null || goal.target() == null, "baseline", "where-from-first")
                .that(notAhead(goal.baselineOn()), "baselineOn", "in-the-future")
                .that(inOrder(goal.baselineOn(), goal.targetOn()), "targetOn", "before-the-baseline")
                .that(
                        rank(goal.target()) < 0 || rank(goal.target()) >= rank(goal.baseline()),
                        "target",
                        "below-the-baseline")
                .orRefuse();
    }

    /**
     * She agreed; a child with who stands for her, or as her best interests were found (code list state_transitions, GOAL).
     */
    void agreement(NewAgreement agreement, boolean ofChild) {
        marks(agreement)
                .that(agreement.agreedByHer(), "agreedByHer", "she-agrees")
                .that(!ofChild || agreement.backing() != null, "backing", "childs-backing")
                .that(ofChild || agreement.backing() == null, "backing", "not-a-child")
                .orRefuse();
    }

    void assessment(NewNeedsAssessment assessed) {
        Check check = marks(assessed)
                .that(notAhead(assessed.assessedOn()), "assessedOn", "in-the-future")
                .that(notTooOld(assessed.assessedOn()), "assessedOn", "too-long-ago")
                .that(assessed.found() == null || !assessed.found().isEmpty(), "found", "nothing-talked-about");
        Set<String> seen = new HashSet<>();
        for (int at = 0; assessed.found() != null && at < assessed.found().size(); at++) {
            NewNeedsAssessment.NewFound one = assessed.found().get(at);
            check.that(
                    one != null && (one.domain() == null || seen.add(one.domain())),
                    "found." + at + ".domain",
                    "domain-twice");
        }
        check.orRefuse();
    }

    void say(NewSay said) {
        marks(said)
                .that(notAhead(said.saidOn()), "saidOn", "in-the-future")
                .that(notTooOld(said.saidOn()), "saidOn", "too-long-ago")
                .that(stripped(said.mattersMost()) != null || said.going() != null, "mattersMost", "say-one-of-both")
                .orRefuse();
    }

    private boolean notAhead(LocalDate day) {
        return day == null || !day.isAfter(today);
    }

    private boolean notTooOld(LocalDate day) {
        return day == null || !day.isBefore(today.minusYears(LONGEST_AHEAD_IN_YEARS));
    }

    private static boolean inOrder(LocalDate first, LocalDate second) {
        return first == null || second == null || !second.isBefore(first);
    }

    /** Where a level stands on the scale, worst first; negative where it is none. */
    private int rank(String level) {
        return level == null ? -1 : List.copyOf(codes.of("need_level")).indexOf(level);
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
