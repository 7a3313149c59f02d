package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.alongside.identification.NotificationEvent.DutyBegan;
import org.alongside.identification.NotificationEvent.DutyEnded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock of the duty to notify: the lead proposes in time, or the supervisor is asked to see to it. */
class NotificationWayTest {
    private final UUID duty = UUID.randomUUID();
    private World world;

    @BeforeEach
    void she_refused() {
        world = World.shared().fresh();
        begin(Duration.ofDays(30));
    }

    @Test
    void what_is_proposed_in_time_asks_nobody_else() {
        assertThat(world.task(duty, "notify").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.pass(Duration.ofDays(29));
        assertThat(world.waiting(duty)).containsExactly("notify");
        world.notifications.ended(new DutyEnded(duty));
        assertThat(world.ended(duty)).isTrue();
    }

    @Test
    void when_the_time_is_over_a_supervisor_sees_to_it_until_it_is_proposed() {
        world.pass(Duration.ofDays(31));
        assertThat(world.waiting(duty)).containsExactlyInAnyOrder("notify", "overdue");
        assertThat(world.task(duty, "overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.notifications.ended(new DutyEnded(duty));
        assertThat(world.ended(duty)).isTrue();
    }

    @Test
    void what_came_to_nothing_goes_on_with_the_time_that_is_left() {
        world.notifications.ended(new DutyEnded(duty));
        world.notifications.ended(new DutyEnded(duty));
        begin(Duration.ofDays(1));
        world.pass(Duration.ofDays(2));
        assertThat(world.waiting(duty)).contains("overdue");
    }

    private void begin(Duration left) {
        world.notifications.began(
                new DutyBegan(duty, World.HARBOUR_LIGHT, world.now().plus(left)));
    }
}
