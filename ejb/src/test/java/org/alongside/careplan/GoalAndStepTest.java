package org.alongside.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Role;
import org.alongside.careplan.NewStep.Owner;
import org.alongside.careplan.StepService.Blocking;
import org.alongside.code.KnownCodes;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.StepId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.Test;

class GoalAndStepTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final OrganisationId HARBOUR = OrganisationId.random();
    private static final OrganisationId WILLOW = OrganisationId.random();
    private static final Caller MINA = new Caller(WorkerId.random(), HARBOUR, Set.of(Role.CW), false, "s", NOW);
    private static final Caller SANA = new Caller(WorkerId.random(), WILLOW, Set.of(Role.SHS), false, "s", NOW);

    private final PlanRules rules = new PlanRules(new KnownCodes(), TODAY);

    @Test
    void a_goal_is_proposed_then_agreed_with_her_and_ends_once() {
        Goal goal = goal();
        assertThat(goal.status()).isEqualTo(GoalStatus.PROPOSED);
        assertThat(codes(() -> goal.end(GoalStatus.MET, MINA))).containsExactly("goal-not-agreed");

        goal.agree(null, MINA);
        assertThat(goal.status()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(codes(() -> goal.agree(null, MINA))).containsExactly("already-agreed");

        goal.end(GoalStatus.PARTLY_MET, MINA);
        assertThat(codes(() -> goal.end(GoalStatus.MET, MINA))).containsExactly("goal-ended");
        assertThat(codes(() -> goal.agree(null, MINA))).containsExactly("goal-ended");
        assertThat(codes(() -> goal.change(words("x")))).containsExactly("goal-ended");
    }

    @Test
    void what_was_only_proposed_can_be_dropped() {
        Goal goal = goal();
        goal.end(GoalStatus.DROPPED, MINA);
        assertThat(goal.status()).isEqualTo(GoalStatus.DROPPED);
    }

    @Test
    void who_edits_is_told_which_fields_changed() {
        Goal goal = goal();
        assertThat(goal.change(
                        new NewGoal("HOUSING", "A door I can lock", "SOON", TODAY.plusDays(40), null, null, null)))
                .containsExactly("priority", "targetOn");
        assertThat(goal.change(
                        new NewGoal("HOUSING", "A door I can lock", "SOON", TODAY.plusDays(40), null, null, null)))
                .isEmpty();
    }

    @Test
    void a_step_is_taken_by_who_begins_it_and_by_nobody_of_another_house() {
        ActionStep step = step();
        step.begin(SANA);
        assertThat(step.status()).isEqualTo(StepStatus.IN_PROGRESS);
        assertThat(step.takenBy()).contains(SANA.worker());
        assertThat(codes(() -> step.begin(SANA))).containsExactly("step-begun");
        step.handBack();
        assertThat(step.takenBy()).isEmpty();
        assertThat(codes(step::handBack)).containsExactly("nobody-took-it");

        ActionStep another = step();
        another.begin(MINA);
        assertThat(another.takenBy()).isEmpty();
    }

    @Test
    void what_was_said_too_early_is_taken_back_and_goes_on_where_it_stood() {
        ActionStep step = step();
        step.finish("Went well", SANA);
        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertThat(codes(() -> step.block("NO_PLACE", null, SANA))).containsExactly("step-done");
        step.resume();
        assertThat(step.status()).isEqualTo(StepStatus.PLANNED);
        assertThat(step.outcome()).isNull();

        step.begin(SANA);
        step.block("NO_PLACE", null, SANA);
        step.finish(null, SANA);
        step.resume();
        assertThat(step.status()).as("stuck before, stuck again").isEqualTo(StepStatus.BLOCKED);
        step.resume();
        assertThat(step.status()).isEqualTo(StepStatus.IN_PROGRESS);
        assertThat(codes(step::resume)).containsExactly("step-goes-on");
        step.cancel("NOT_NEEDED", MINA);
        assertThat(codes(() -> step.finish(null, SANA))).containsExactly("step-cancelled");
    }

    @Test
    void given_to_another_nobody_has_taken_it() {
        ActionStep step = step();
        step.begin(SANA);
        assertThat(step.change(new NewStep("A key", new Owner(HARBOUR, "CW"), TODAY.plusDays(3))))
                .containsExactly("owner");
        assertThat(step.takenBy()).isEmpty();
    }

    @Test
    void no_step_is_planned_towards_what_has_ended() {
        Goal goal = goal();
        goal.end(GoalStatus.DROPPED, MINA);
        assertThat(codes(() -> ActionStep.plan(StepId.random(), goal, new NewStep("x", Owner.SURVIVOR, null), MINA)))
                .containsExactly("goal-ended");
    }

    @Test
    void days_are_told_in_words_where_they_cannot_be() {
        assertThat(codes(() ->
                        rules.goal(new NewGoal("HOUSING", "x", "NOW", TODAY.minusDays(1), null, null, null), null)))
                .containsExactly("in-the-past");
        rules.goal(new NewGoal("HOUSING", "x", "NOW", TODAY.minusDays(1), null, null, null), TODAY.minusDays(1));
        assertThat(codes(() ->
                        rules.goal(new NewGoal("HOUSING", "x", "NOW", TODAY.plusYears(4), null, null, null), null)))
                .containsExactly("too-far-ahead");
        assertThat(codes(() -> rules.step(given(null), goal(), null))).containsExactly("missing");
        assertThat(codes(() -> rules.step(given(TODAY.plusDays(31)), goal(), null)))
                .containsExactly("after-the-goals-day");
        rules.step(given(TODAY), goal(), null);
        rules.step(new NewStep("Decide", Owner.SURVIVOR, null), goal(), null);
        assertThat(codes(() -> rules.step(new NewStep(" ", new Owner(WILLOW, null), TODAY), goal(), null)))
                .containsExactly("missing", "owner-not-whole");
    }

    @Test
    void a_goal_is_met_when_she_says_so_and_for_everything_else_there_is_a_reason() {
        assertThat(codes(() -> rules.ending(new Ending(GoalStatus.MET, null, null, false))))
                .containsExactly("she-says-so");
        rules.ending(new Ending(GoalStatus.MET, null, null, true));
        assertThat(codes(() -> rules.ending(new Ending(GoalStatus.DROPPED, null, null, false))))
                .containsExactly("missing");
        assertThat(codes(() -> rules.ending(new Ending(GoalStatus.DROPPED, "OTHER", " ", false))))
                .containsExactly("say-what-it-is");
        assertThat(codes(() -> rules.ending(new Ending(GoalStatus.ACTIVE, "OTHER", "x", false))))
                .containsExactly("unknown-code");
        assertThat(codes(() -> rules.block(new Blocking("OTHER", null)))).containsExactly("say-what-it-is");
        assertThat(codes(() -> rules.block(new Blocking("WEATHER", null)))).containsExactly("unknown-code");
    }

    @Test
    void goal_from_proposed_to_active_she_agrees_and_a_child_with_who_stands_behind() {
        assertThat(codes(() -> rules.agreement(new NewAgreement(false, null), false)))
                .containsExactly("she-agrees");
        rules.agreement(new NewAgreement(true, null), false);
        assertThat(codes(() -> rules.agreement(new NewAgreement(true, null), true)))
                .containsExactly("childs-backing");
        assertThat(codes(() -> rules.agreement(new NewAgreement(true, "HER_AUNT"), true)))
                .containsExactly("unknown-code");
        assertThat(codes(() -> rules.agreement(new NewAgreement(true, "GUARDIAN"), false)))
                .containsExactly("not-a-child");
        rules.agreement(new NewAgreement(true, "BEST_INTERESTS"), true);
        Goal goal = goal();
        goal.agree("GUARDIAN", MINA);
        assertThat(goal.status()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(goal.backing()).isEqualTo("GUARDIAN");
    }

    @Test
    void goal_from_active_to_met_when_she_confirms() {
        Goal goal = agreed();
        rules.ending(new Ending(GoalStatus.MET, null, null, true));
        goal.end(GoalStatus.MET, MINA);
        assertThat(goal.status()).isEqualTo(GoalStatus.MET);
        assertThat(goal.endedAt()).isEqualTo(NOW);
    }

    @Test
    void goal_from_active_to_partly_met() {
        Goal goal = agreed();
        rules.ending(new Ending(GoalStatus.PARTLY_MET, "OTHER_THINGS_FIRST", null, false));
        goal.end(GoalStatus.PARTLY_MET, MINA);
        assertThat(goal.status()).isEqualTo(GoalStatus.PARTLY_MET);
    }

    @Test
    void goal_from_active_to_not_met_with_a_reason() {
        Goal goal = agreed();
        assertThat(codes(() -> rules.ending(new Ending(GoalStatus.NOT_MET, null, null, false))))
                .containsExactly("missing");
        rules.ending(new Ending(GoalStatus.NOT_MET, "HELP_NOT_THERE", null, false));
        goal.end(GoalStatus.NOT_MET, MINA);
        assertThat(goal.status()).isEqualTo(GoalStatus.NOT_MET);
    }

    @Test
    void goal_from_active_to_dropped_with_a_reason() {
        Goal goal = agreed();
        assertThat(codes(() -> rules.ending(new Ending(GoalStatus.DROPPED, null, null, false))))
                .containsExactly("missing");
        rules.ending(new Ending(GoalStatus.DROPPED, "HER_CHOICE", null, false));
        goal.end(GoalStatus.DROPPED, MINA);
        assertThat(goal.status()).isEqualTo(GoalStatus.DROPPED);
    }

    @Test
    void a_goal_leads_up_from_where_she_set_out_and_not_back_in_time() {
        assertThat(codes(() -> rules.goal(measured("COPING", TODAY, "STRUGGLING"), null)))
                .containsExactly("below-the-baseline");
        assertThat(codes(() -> rules.goal(measured("COPING", TODAY.plusDays(1), "DOING_WELL"), null)))
                .containsExactly("in-the-future");
        assertThat(codes(() -> rules.goal(measured("COPING", null, null), null)))
                .containsExactly("missing");
        assertThat(codes(() -> rules.goal(measured(null, null, "COPING"), null)))
                .containsExactly("where-from-first");
        assertThat(codes(() -> rules.goal(
                        new NewGoal("HOUSING", "x", "NOW", TODAY.minusDays(2), "COPING", TODAY.minusDays(1), null),
                        TODAY.minusDays(2))))
                .containsExactly("before-the-baseline");
        rules.goal(measured("IN_CRISIS", TODAY, "DOING_WELL"), null);
        rules.goal(measured("COPING", TODAY, "COPING"), null);
    }

    @Test
    void an_assessment_says_what_was_found_where_and_when() {
        assertThat(codes(() -> rules.assessment(new NewNeedsAssessment("ENTRY", "TOGETHER", TODAY, List.of()))))
                .containsExactly("nothing-talked-about");
        assertThat(codes(() -> rules.assessment(new NewNeedsAssessment(
                        "SOMETIME", "TOGETHER", TODAY.plusDays(1), List.of(found("HOUSING"), found("HOUSING"))))))
                .containsExactlyInAnyOrder("unknown-code", "in-the-future", "domain-twice");
        assertThat(codes(() -> rules.assessment(new NewNeedsAssessment(
                        "ENTRY",
                        "HERSELF",
                        TODAY,
                        List.of(new NewNeedsAssessment.NewFound("LEGAL", null, "A lawyer she trusts", null))))))
                .as("a need without where she stands")
                .containsExactly("missing");
        rules.assessment(new NewNeedsAssessment("ENTRY", "HERSELF", TODAY, List.of(found("HOUSING"), found("LEGAL"))));
    }

    @Test
    void she_says_what_matters_or_how_it_goes() {
        assertThat(codes(() -> rules.say(new NewSay(TODAY, " ", null, "x")))).containsExactly("say-one-of-both");
        assertThat(codes(() -> rules.say(new NewSay(TODAY.plusDays(1), "My sister", null, null))))
                .containsExactly("in-the-future");
        rules.say(new NewSay(TODAY, "My sister", null, null));
        rules.say(new NewSay(TODAY, null, "BADLY", "Nobody called"));
    }

    private static NewNeedsAssessment.NewFound found(String domain) {
        return new NewNeedsAssessment.NewFound(domain, "COPING", null, null);
    }

    private static NewGoal measured(String baseline, LocalDate on, String target) {
        return new NewGoal("HOUSING", "x", "NOW", TODAY.plusDays(30), baseline, on, target);
    }

    private static Goal agreed() {
        Goal goal = goal();
        goal.agree(null, MINA);
        return goal;
    }

    private static Goal goal() {
        return Goal.propose(GoalId.random(), CaseId.random(), words("A door I can lock"), MINA);
    }

    private static NewGoal words(String statement) {
        return new NewGoal("HOUSING", statement, "NOW", TODAY.plusDays(30), null, null, null);
    }

    private static ActionStep step() {
        return ActionStep.plan(
                StepId.random(), goal(), new NewStep("A key", new Owner(WILLOW, "SHS"), TODAY.plusDays(3)), MINA);
    }

    private static NewStep given(LocalDate due) {
        return new NewStep("A key", new Owner(WILLOW, "SHS"), due);
    }

    private static List<String> codes(Runnable act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act::run);
        return refusal.reasons().stream().map(reason -> reason.code()).toList();
    }
}
