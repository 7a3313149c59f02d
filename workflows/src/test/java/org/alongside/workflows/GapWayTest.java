package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.housing.GapEvent.GapFound;
import org.alongside.housing.GapEvent.GapsSettled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that a night without a place can take. */
class GapWayTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final UUID gap = UUID.randomUUID();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.offered.clear();
    }

    @Test
    void who_leads_is_asked_at_once_and_answers() {
        found();
        assertThat(world.waiting(gap)).containsExactly("answer");
        assertThat(world.task(gap, "answer").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        assertThat(world.offered).singleElement().matches(one -> one.urgent(), "whoever is on call is told at once");
        world.gaps.settled(new GapsSettled(List.of(gap)));
        assertThat(world.ended(gap)).isTrue();
        world.gaps.settled(new GapsSettled(List.of(gap)));
        world.pass(HOUR.multipliedBy(2));
        assertThat(world.waiting(gap)).isEmpty();
    }

    @Test
    void without_an_answer_the_supervisor_is_asked_too_and_one_answer_is_enough() {
        found();
        world.pass(HOUR.plusSeconds(1));
        assertThat(world.waiting(gap)).containsExactly("answer", "overdue");
        assertThat(world.task(gap, "overdue").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.gaps.settled(new GapsSettled(List.of(gap)));
        assertThat(world.ended(gap)).isTrue();
        assertThat(world.waiting(gap)).isEmpty();
    }

    @Test
    void it_is_looked_for_every_hour() {
        for (int hour = 1; hour <= 3; hour++) {
            world.asked.clear();
            world.pass(HOUR.plusSeconds(1));
            assertThat(world.asked).contains("look");
        }
    }

    private void found() {
        world.gaps.found(new GapFound(gap, World.HARBOUR_LIGHT, world.now().plus(HOUR)));
    }
}
