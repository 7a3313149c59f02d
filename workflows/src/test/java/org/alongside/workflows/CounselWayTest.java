package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.proceeding.CounselEvent.CounselSettled;
import org.alongside.proceeding.CounselEvent.CounselWanted;
import org.alongside.shared.CounselWantedId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that the search for another lawyer can take. */
class CounselWayTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final CounselWantedId wanted = CounselWantedId.random();
    private final UUID id = wanted.value();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.counsel.wanted(
                new CounselWanted(wanted, World.HARBOUR_LIGHT, world.now().plus(DAY.multipliedBy(3))));
    }

    @Test
    void who_leads_is_asked_until_it_is_settled() {
        assertThat(world.waiting(id)).containsExactly("find");
        assertThat(world.task(id, "find").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW"));
        assertThat(world.task(id, "find").dueAt()).isPresent();
        settle();
        assertThat(world.reached(id, "settled")).as("the end that is drawn").isEqualTo(1);
    }

    @Test
    void when_nobody_was_found_in_time_the_supervisor_is_asked_too() {
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        assertThat(world.waiting(id)).containsExactly("find", "overdue");
        assertThat(world.task(id, "overdue").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.engine.getTaskService().complete(world.task(id, "overdue").id());
        assertThat(world.waiting(id)).as("no clock finds a lawyer").containsExactly("find");
        assertThat(world.reached(id, "seen")).isEqualTo(1);
        settle();
    }

    @Test
    void what_is_settled_late_takes_the_supervisors_task_away() {
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        settle();
        world.counsel.settled(new CounselSettled(List.of(wanted)));
    }

    private void settle() {
        world.counsel.settled(new CounselSettled(List.of(wanted)));
        assertThat(world.ended(id)).isTrue();
    }
}
