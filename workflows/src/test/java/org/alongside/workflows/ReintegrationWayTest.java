package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.reintegration.ReintegrationEvent.Before;
import org.alongside.reintegration.ReintegrationEvent.ReceiverConfirmed;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationDone;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationPlanned;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationReviewed;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationsEnded;
import org.alongside.reintegration.ReintegrationEvent.ReturnArranged;
import org.alongside.reintegration.ReintegrationEvent.ReturnRiskAssessed;
import org.alongside.reintegration.ReintegrationEvent.SurvivorArrived;
import org.alongside.reintegration.ReintegrationEvent.SurvivorLeft;
import org.alongside.shared.Refusal;
import org.alongside.shared.ReintegrationId;
import org.alongside.worklist.Journeys.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way of the process of reintegration: prepared, left and arrived, staying, against her will, and given up. No clock moves her. */
class ReintegrationWayTest {
    private final ReintegrationId id = ReintegrationId.random();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.workOff();
    }

    @Test
    void before_she_leaves_three_things_are_asked_for_and_a_supervisor_stands_behind_each() {
        plan("PREPARED");
        assertThat(world.waiting(id.value())).containsExactly("arrange", "assess-return", "confirm-receiver");
        for (String task : List.of("arrange", "assess-return", "confirm-receiver")) {
            assertThat(world.task(id.value(), task).offeredTo())
                    .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
            assertThat(world.task(id.value(), task).dueAt()).isPresent();
        }
        world.pass(Duration.ofDays(31));
        for (String rung : List.of("arranging-overdue", "assessing-overdue", "confirming-overdue")) {
            assertThat(world.task(id.value(), rung).offeredTo())
                    .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        }
    }

    @Test
    void nobody_is_moved_and_nothing_ends_because_a_form_was_late_in_three_years() {
        plan("PREPARED");
        world.pass(Duration.ofDays(1096));
        assertThat(world.ended(id.value())).isFalse();
        assertThat(world.waiting(id.value())).contains("arrange", "assess-return", "confirm-receiver");
        assertThat(world.journeys.of(id.value()).orElseThrow().passed()).doesNotContain("leave", "confirm-arrival");
    }

    @Test
    void she_leaves_when_all_is_there_and_is_asked_for_until_she_is_known_to_have_arrived() {
        plan("PREPARED");
        world.reintegrations.riskAssessed(new ReturnRiskAssessed(id));
        world.reintegrations.confirmed(new ReceiverConfirmed(id));
        assertThatThrownBy(() -> world.reintegrations.arrived(new SurvivorArrived(id, later(30))))
                .isInstanceOf(Refusal.class);
        world.reintegrations.arranged(new ReturnArranged(id));
        world.reintegrations.arranged(new ReturnArranged(id));
        assertThat(world.waiting(id.value())).isEmpty();
        assertThat(here()).containsExactly("leave");
        world.pass(Duration.ofDays(400));
        assertThat(here()).as("nobody is sent").containsExactly("leave");
        world.reintegrations.left(new SurvivorLeft(id, later(2)));
        assertThat(world.waiting(id.value())).containsExactly("confirm-arrival");
        world.pass(Duration.ofDays(3));
        assertThat(world.waiting(id.value())).containsExactly("arriving-overdue", "confirm-arrival");
        assertThat(world.task(id.value(), "arriving-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.reintegrations.arrived(new SurvivorArrived(id, later(30)));
        assertThat(world.waiting(id.value())).isEmpty();
        looksUntilDone();
    }

    @Test
    void who_leaves_with_what_was_asked_still_waiting_is_asked_no_more_for_it() {
        plan("PREPARED");
        world.pass(Duration.ofDays(31));
        world.reintegrations.left(new SurvivorLeft(id, later(2)));
        assertThat(world.waiting(id.value())).containsExactly("confirm-arrival");
    }

    @Test
    void who_stays_is_looked_at_again_and_again_until_she_lives_on_her_own() {
        plan("STAYS");
        assertThat(world.waiting(id.value())).isEmpty();
        looksUntilDone();
    }

    @Test
    void against_her_will_nothing_is_ours_to_prepare_and_her_arrival_is_asked_for() {
        plan("FORCED");
        assertThat(world.waiting(id.value())).isEmpty();
        world.reintegrations.left(new SurvivorLeft(id, later(2)));
        assertThat(world.waiting(id.value())).containsExactly("confirm-arrival");
    }

    @Test
    void who_changes_her_mind_is_asked_for_nothing_any_more() {
        plan("PREPARED");
        world.pass(Duration.ofDays(31));
        world.reintegrations.ended(new ReintegrationsEnded(List.of(id)));
        assertThat(world.ended(id.value())).isTrue();
        assertThat(world.waiting(id.value())).isEmpty();
        world.reintegrations.ended(new ReintegrationsEnded(List.of(id)));
    }

    @Test
    void done_before_anybody_was_asked_it_ends() {
        plan("STAYS");
        world.reintegrations.done(new ReintegrationDone(id));
        assertThat(world.ended(id.value())).isTrue();
    }

    private void looksUntilDone() {
        world.pass(Duration.ofDays(23));
        assertThat(world.waiting(id.value())).containsExactly("look-with-her");
        world.pass(Duration.ofDays(8));
        assertThat(world.waiting(id.value())).containsExactly("look-with-her", "looking-overdue");
        assertThat(world.task(id.value(), "looking-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.reintegrations.reviewed(new ReintegrationReviewed(id, later(30)));
        assertThat(world.waiting(id.value())).isEmpty();
        world.pass(Duration.ofDays(23));
        assertThat(world.waiting(id.value())).containsExactly("look-with-her");
        world.reintegrations.done(new ReintegrationDone(id));
        assertThat(world.ended(id.value())).isTrue();
        assertThat(world.journeys.of(id.value()).orElseThrow().passed()).contains("done", "on-her-own");
    }

    private void plan(String way) {
        world.reintegrations.planned(new ReintegrationPlanned(
                id,
                World.HARBOUR_LIGHT,
                way,
                way.equals("PREPARED")
                        ? Optional.of(new Before(
                                world.now().plus(world.returnTimes.within("RISK")),
                                world.now().plus(world.returnTimes.within("RECEIVER")),
                                world.now().plus(world.returnTimes.within("READY"))))
                        : Optional.empty(),
                world.now().plus(world.returnTimes.within("REVIEW"))));
    }

    private Instant later(int days) {
        return world.now().plus(Duration.ofDays(days));
    }

    private List<String> here() {
        return world.journeys.of(id.value()).orElseThrow().here().stream()
                .map(Step::id)
                .toList();
    }
}
