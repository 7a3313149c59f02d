package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.identification.RecoveryEvent.RecoveryBegan;
import org.alongside.identification.RecoveryEvent.RecoverySettled;
import org.alongside.shared.HandoverId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that the asking in a time to recover and think can take. */
class RecoveryWayTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final UUID time = UUID.randomUUID();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.recoveries.began(new RecoveryBegan(
                time,
                World.HARBOUR_LIGHT,
                world.now().plus(DAY.multipliedBy(23)),
                world.now().plus(DAY.multipliedBy(30))));
    }

    @Test
    void who_leads_is_asked_a_week_before_it_ends() {
        world.pass(DAY.multipliedBy(22));
        assertThat(world.waiting(time)).isEmpty();
        world.pass(DAY.plusSeconds(1));
        assertThat(world.waiting(time)).containsExactly("ask");
        assertThat(world.task(time, "ask").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW"));
        settled();
        assertThat(world.ended(time)).isTrue();
    }

    @Test
    void when_nobody_asked_the_supervisor_is_and_the_task_waits_on_for_as_long_as_it_takes() {
        world.pass(DAY.multipliedBy(30).plusSeconds(1));
        assertThat(world.waiting(time)).containsExactly("ask", "ask-overdue");
        assertThat(world.task(time, "ask-overdue").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.pass(DAY.multipliedBy(300));
        assertThat(world.waiting(time)).as("no clock ends it").containsExactly("ask", "ask-overdue");
        world.engine.getTaskService().complete(world.task(time, "ask-overdue").id());
        assertThat(world.waiting(time)).as("seen to, and still asked").containsExactly("ask");
        settled();
        assertThat(world.ended(time)).isTrue();
    }

    @Test
    void what_is_said_while_the_supervisor_is_asked_settles_both() {
        world.pass(DAY.multipliedBy(31));
        settled();
        assertThat(world.ended(time)).isTrue();
    }

    @Test
    void who_has_said_all_before_is_not_asked() {
        settled();
        assertThat(world.ended(time)).isTrue();
        world.pass(DAY.multipliedBy(40));
        assertThat(world.waiting(time)).isEmpty();
    }

    @Test
    void with_the_lead_goes_who_asks() {
        HandoverId offer = HandoverId.random();
        HandoverMoves handovers = new HandoverMoves(world.engine, world.offered::add);
        handovers.proposed(new HandoverProposed(
                offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, world.now().plusSeconds(60)));
        handovers.offered(new HandoverOffered(
                offer, world.now().plusSeconds(60), world.now().plusSeconds(120)));
        handovers.handedOver(new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, Set.of(time)));
        world.pass(DAY.multipliedBy(24));
        assertThat(world.task(time, "ask").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "CW"));
    }

    private void settled() {
        world.recoveries.settled(new RecoverySettled(List.of(time)));
    }
}
