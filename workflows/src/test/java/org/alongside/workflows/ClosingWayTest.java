package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.closing.ClosingEvent.CaseReopened;
import org.alongside.closing.ClosingEvent.ClosingProposed;
import org.alongside.closing.ClosingEvent.ClosingSentBack;
import org.alongside.closing.ClosingEvent.ClosingWithdrawn;
import org.alongside.closing.ClosingEvent.ReopenedTakenUp;
import org.alongside.shared.CaseId;
import org.alongside.worklist.Journeys.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a case is closed and opened again: always by people, never by a clock. */
class ClosingWayTest {
    private static final Duration TWO_YEARS = Duration.ofDays(731);

    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.workOff();
    }

    @Test
    void a_supervisor_is_asked_at_whatever_stage_it_is_proposed_and_help_goes_on_meanwhile() {
        CaseId caseId = open(false);
        propose(caseId);
        assertThat(world.waiting(caseId.value())).containsExactly("approve");
        var asked = world.task(caseId.value(), "approve");
        assertThat(asked.kind()).isEqualTo("case.approve");
        assertThat(asked.offeredTo()).containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        assertThat(asked.dueAt()).isPresent();
        assertThat(here(caseId)).containsExactlyInAnyOrder("assess", "approve");
    }

    @Test
    void nothing_closes_by_itself_in_two_years_neither_a_child_nor_what_was_proposed() {
        CaseId child = open(true);
        CaseId proposed = open(true);
        propose(proposed);
        world.pass(TWO_YEARS);
        assertThat(here(child)).contains("assess", "notify-child-authority");
        assertThat(here(proposed)).contains("assess", "approve", "notify-child-authority");
        assertThat(world.ended(child.value())).isFalse();
        assertThat(world.ended(proposed.value())).isFalse();
    }

    @Test
    void what_is_approved_ends_every_task_and_waits_for_the_follow_up_that_she_agreed_to() {
        CaseId caseId = open(true);
        propose(caseId);
        world.closings.closed(new CaseClosed(caseId, true));
        assertThat(world.waiting(caseId.value())).isEmpty();
        assertThat(here(caseId)).containsExactly("follow-up");
        world.pass(TWO_YEARS);
        assertThat(here(caseId)).containsExactly("follow-up");
    }

    @Test
    void without_a_follow_up_the_way_ends_there() {
        CaseId caseId = open(false);
        propose(caseId);
        world.closings.closed(new CaseClosed(caseId, false));
        assertThat(world.ended(caseId.value())).isTrue();
        assertThat(world.journeys.of(caseId.value()).orElseThrow().passed())
                .contains("approve", "closing-approved", "closing-agreed", "follow-up-agreed", "stays-closed");
    }

    @Test
    void a_case_whose_support_ended_waits_to_be_closed_and_is() {
        CaseId caseId = open(false);
        for (String stage : new String[] {"NeedsAssessed", "CarePlanAgreed", "SupportEnded"}) {
            new RunningProcesses(world.engine).mustTell(caseId.value(), stage, World.none());
        }
        propose(caseId);
        assertThat(here(caseId)).containsExactlyInAnyOrder("close", "approve");
        world.closings.closed(new CaseClosed(caseId, false));
        assertThat(world.ended(caseId.value())).isTrue();
    }

    @Test
    void what_is_sent_back_comes_to_the_caseworker_and_ends_when_it_is_proposed_anew() {
        CaseId caseId = open(false);
        propose(caseId);
        world.closings.sentBack(new ClosingSentBack(caseId, world.now().plus(Duration.ofDays(3))));
        assertThat(world.waiting(caseId.value())).containsExactly("change-closing");
        assertThat(world.task(caseId.value(), "change-closing").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        propose(caseId);
        assertThat(world.waiting(caseId.value())).containsExactly("approve");
    }

    @Test
    void what_was_sent_back_and_is_not_changed_comes_to_the_supervisor_and_closes_nothing() {
        CaseId caseId = open(false);
        propose(caseId);
        world.closings.sentBack(new ClosingSentBack(caseId, world.now().plus(world.closingTimes.within("CHANGE"))));
        world.pass(Duration.ofDays(4));
        assertThat(world.waiting(caseId.value())).containsExactly("change-closing", "change-overdue");
        assertThat(world.task(caseId.value(), "change-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        propose(caseId);
        assertThat(world.waiting(caseId.value())).containsExactly("approve");
    }

    @Test
    void what_is_taken_back_is_asked_no_more_before_and_after_it_was_sent_back() {
        CaseId caseId = open(false);
        propose(caseId);
        world.closings.withdrawn(new ClosingWithdrawn(caseId));
        assertThat(world.waiting(caseId.value())).isEmpty();
        propose(caseId);
        world.closings.sentBack(new ClosingSentBack(caseId, world.now()));
        world.closings.withdrawn(new ClosingWithdrawn(caseId));
        assertThat(world.waiting(caseId.value())).isEmpty();
        assertThat(here(caseId)).containsExactly("assess");
    }

    @Test
    void a_reopened_case_begins_anew_and_its_supervisor_is_told() {
        CaseId caseId = open(true);
        propose(caseId);
        world.closings.closed(new CaseClosed(caseId, true));
        world.closings.reopened(new CaseReopened(caseId, World.HARBOUR_LIGHT, world.now()));
        assertThat(world.waiting(caseId.value())).containsExactly("take-up");
        assertThat(world.task(caseId.value(), "take-up").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        assertThat(here(caseId)).containsExactlyInAnyOrder("assess", "take-up");
        world.closings.takenUp(new ReopenedTakenUp(caseId));
        assertThat(world.waiting(caseId.value())).isEmpty();

        propose(caseId);
        world.closings.closed(new CaseClosed(caseId, false));
        world.closings.reopened(new CaseReopened(caseId, World.HARBOUR_LIGHT, world.now()));
        assertThat(here(caseId)).as("the third episode").containsExactlyInAnyOrder("assess", "take-up");
    }

    @Test
    void a_process_that_knows_nothing_of_closing_ends_when_its_case_is_closed() {
        UUID caseId = UUID.randomUUID();
        new RunningProcesses(world.engine)
                .start("retention", caseId, World.none()); // any other that waits and hears no message
        world.closings.closed(new CaseClosed(new CaseId(caseId), true));
        assertThat(world.ended(caseId)).isTrue();
    }

    private CaseId open(boolean child) {
        CaseId opened = CaseId.random();
        world.cases.opened(new CaseOpened(opened, World.HARBOUR_LIGHT, child, false, world.now()));
        return opened;
    }

    private void propose(CaseId caseId) {
        world.closings.proposed(new ClosingProposed(caseId, world.now().plus(Duration.ofDays(3))));
    }

    private List<String> here(CaseId caseId) {
        return world.journeys.of(caseId.value()).orElseThrow().here().stream()
                .map(Step::id)
                .toList();
    }
}
