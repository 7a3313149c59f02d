package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.alongside.proceeding.DeadlineEvent.DeadlineFound;
import org.alongside.proceeding.DeadlineEvent.DeadlineOver;
import org.alongside.proceeding.DeadlineEvent.DeadlineSet;
import org.alongside.proceeding.DeadlineTimes.Warnings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that the last day of a deadline or a permit can take. */
class LegalDeadlineWayTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final UUID deadline = UUID.randomUUID();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void the_lawyer_is_asked_then_who_supervises_them_and_no_clock_ends_it() {
        set(100);
        world.pass(DAY.multipliedBy(9));
        assertThat(world.waiting(deadline)).isEmpty();
        world.pass(DAY.multipliedBy(2));
        assertThat(world.waiting(deadline)).containsExactly("see-to-it");
        assertThat(world.task(deadline, "see-to-it").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "LAW"));
        world.pass(DAY.multipliedBy(58));
        assertThat(world.task(deadline, "see-to-it").reminded()).isFalse();
        world.pass(DAY.multipliedBy(2));
        assertThat(world.task(deadline, "see-to-it").reminded())
                .as("the second warning")
                .isTrue();
        assertThat(world.waiting(deadline)).containsExactly("see-to-it");
        world.pass(DAY.multipliedBy(23));
        assertThat(world.waiting(deadline)).containsExactly("see-overdue", "see-to-it");
        assertThat(world.task(deadline, "see-overdue").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SUP"));
        world.engine
                .getTaskService()
                .complete(world.task(deadline, "see-overdue").id());
        world.pass(DAY.multipliedBy(60));
        assertThat(world.waiting(deadline)).containsExactly("see-to-it");
        world.deadlines.over(new DeadlineOver(deadline));
        assertThat(world.ended(deadline)).isTrue();
    }

    @Test
    void ended_before_anybody_was_asked_it_is_over_and_a_short_one_is_asked_at_once() {
        set(100);
        world.deadlines.over(new DeadlineOver(deadline));
        assertThat(world.ended(deadline)).isTrue();
        world.deadlines.over(new DeadlineOver(deadline));
        UUID tomorrow = UUID.randomUUID();
        set(tomorrow, 1);
        world.pass(Duration.ofSeconds(1));
        assertThat(world.waiting(tomorrow)).containsExactly("see-overdue", "see-to-it");
    }

    @Test
    void one_of_before_gets_its_clock_and_one_that_has_it_is_left_where_it_is() {
        world.deadlines.found(new DeadlineFound(of(deadline, 5)));
        world.pass(Duration.ofSeconds(1));
        assertThat(world.waiting(deadline)).containsExactly("see-overdue", "see-to-it");
        String asked = world.task(deadline, "see-to-it").id();
        world.deadlines.found(new DeadlineFound(of(deadline, 5)));
        assertThat(world.task(deadline, "see-to-it").id()).isEqualTo(asked);
    }

    @Test
    void the_times_are_those_of_the_table() {
        assertThat(world.warnings.of("DEADLINE"))
                .isEqualTo(new Warnings(DAY.multipliedBy(90), DAY.multipliedBy(30), DAY.multipliedBy(7)));
        assertThat(world.warnings.of("PERMIT"))
                .isEqualTo(new Warnings(DAY.multipliedBy(90), DAY.multipliedBy(30), DAY.multipliedBy(14)));
        assertThat(world.warnings.of("MANDATE"))
                .isEqualTo(new Warnings(DAY.multipliedBy(30), DAY.multipliedBy(14), DAY.multipliedBy(7)));
    }

    private void set(int inDays) {
        set(deadline, inDays);
    }

    private void set(UUID id, int inDays) {
        world.deadlines.set(of(id, inDays));
    }

    private DeadlineSet of(UUID id, int inDays) {
        Instant due = world.now().plus(DAY.multipliedBy(inDays));
        return new DeadlineSet(
                id,
                World.CEDAR_HOUSE,
                due.minus(DAY.multipliedBy(90)),
                due.minus(DAY.multipliedBy(30)),
                due.minus(DAY.multipliedBy(7)),
                due);
    }
}
