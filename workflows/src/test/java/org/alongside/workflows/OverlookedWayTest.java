package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.careplan.PlanEvent.ApprovalAsked;
import org.alongside.careplan.PlanEvent.PlanApproved;
import org.alongside.careplan.PlanEvent.PlanBegun;
import org.alongside.housing.GapEvent.GapFound;
import org.alongside.safety.SafetyEvent.AlertRaised;
import org.alongside.shared.AlertId;
import org.alongside.worklist.OverlookedEvent.OverlookedDone;
import org.alongside.worklist.OverlookedEvent.OverlookedFound;
import org.alongside.worklist.OverlookedTasks.Undone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ladder in a real engine: who is asked is reminded, who supervises is asked, and then it counts as left undone. */
class OverlookedWayTest {
    private World world;
    private CarePlanMoves plans;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        plans = new CarePlanMoves(world.engine);
    }

    @Test
    void owner_at_three_quarters_supervisor_when_it_is_due_and_coordinators_one_unit_later() {
        UUID gap = UUID.randomUUID();
        world.gaps.found(new GapFound(gap, World.HARBOUR_LIGHT, world.now().plus(Duration.ofHours(4))));
        assertThat(world.task(gap, "answer").reminded()).isFalse();
        world.pass(Duration.ofMinutes(181));
        assertThat(world.task(gap, "answer").reminded()).as("a quarter is left").isTrue();
        world.pass(Duration.ofMinutes(60));
        assertThat(world.waiting(gap)).containsExactly("answer", "overdue");
        assertThat(world.undone.at(world.now())).as("the supervisor has a unit").isEmpty();
        world.pass(Duration.ofMinutes(240));
        assertThat(world.undone.at(world.now())).singleElement().satisfies(undone -> {
            assertThat(undone.organisation()).isEqualTo(World.HARBOUR_LIGHT);
            assertThat(undone.kind()).isEqualTo("placement-gap");
            assertThat(undone.tasks()).isEqualTo(1);
            assertThat(Duration.between(undone.since(), world.now())).isLessThan(Duration.ofMinutes(5));
        });
    }

    @Test
    void it_is_counted_by_organisation_and_kind_and_not_task_by_task() {
        UUID first = plan();
        UUID second = plan();
        Instant began = world.now();
        world.gaps.found(
                new GapFound(UUID.randomUUID(), World.CEDAR_HOUSE, world.now().plus(Duration.ofDays(7))));
        world.pass(Duration.ofDays(15));
        assertThat(world.undone.at(world.now()))
                .extracting(Undone::organisation, Undone::kind, Undone::tasks)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "(" + World.HARBOUR_LIGHT + ", \"care-plan\", 2)",
                        "(" + World.CEDAR_HOUSE + ", \"placement-gap\", 1)");
        plans.approved(new PlanApproved(first));
        assertThat(world.undone.at(world.now()).stream()
                        .filter(one -> one.kind().equals("care-plan"))
                        .map(Undone::tasks))
                .containsExactly(1);
        plans.approved(new PlanApproved(second));
        assertThat(world.undone.at(began)).as("nothing was overdue then").isEmpty();
    }

    @Test
    void of_an_alert_that_nobody_answers_coordinators_are_told_by_its_own_process_and_not_twice() {
        Instant now = world.now();
        AlertId alert = AlertId.random();
        world.safety.raised(new AlertRaised(
                alert,
                World.HARBOUR_LIGHT,
                "HIGH",
                now.plusSeconds(60),
                now.plusSeconds(120),
                now.plusSeconds(240),
                now.plusSeconds(600)));
        world.pass(Duration.ofHours(2));
        assertThat(world.waiting(alert.value())).contains("look-at-unanswered");
        assertThat(world.undone.at(world.now())).isEmpty();
    }

    @Test
    void coordinators_are_called_as_long_as_something_is_left_undone() {
        UUID found = UUID.randomUUID();
        world.overlooked.found(new OverlookedFound(found, World.HARBOUR_LIGHT));
        assertThat(world.task(found, "ask").offeredTo()).isEqualTo(World.groups(World.COORDINATION, "NRM"));
        assertThat(world.offered).anyMatch(task -> task.subject().equals(found));
        world.overlooked.done(new OverlookedDone(found));
        assertThat(world.ended(found)).isTrue();
        world.coordinating = List.of();
        UUID nobodys = UUID.randomUUID();
        world.overlooked.found(new OverlookedFound(nobodys, World.HARBOUR_LIGHT));
        assertThat(world.waiting(nobodys)).isEmpty();
    }

    @Test
    void who_asked_is_off_the_desk_of_the_coordinator() {
        UUID found = UUID.randomUUID();
        world.overlooked.found(new OverlookedFound(found, World.HARBOUR_LIGHT));
        world.engine.getTaskService().complete(world.task(found, "ask").id());
        assertThat(world.ended(found)).isTrue();
    }

    @Test
    void it_is_looked_for_every_hour() {
        for (int hour = 1; hour <= 3; hour++) {
            world.asked.clear();
            world.pass(Duration.ofMinutes(61));
            assertThat(world.asked).contains("lookWhatIsUndone");
        }
    }

    private UUID plan() {
        UUID plan = UUID.randomUUID();
        plans.begun(new PlanBegun(plan, World.HARBOUR_LIGHT));
        plans.approvalAsked(new ApprovalAsked(plan, world.now().plus(Duration.ofDays(7))));
        return plan;
    }
}
