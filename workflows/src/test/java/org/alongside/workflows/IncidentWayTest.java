package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.alongside.logbook.IncidentEvent.IncidentLookedAt;
import org.alongside.logbook.IncidentEvent.IncidentRecorded;
import org.alongside.shared.IncidentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something went wrong in a house: who is asked to look at it, and who sees that somebody does. */
class IncidentWayTest {
    private static final Duration IN_TIME = Duration.ofHours(71);
    private static final Duration TOO_LATE = Duration.ofHours(73);

    private final IncidentId incident = IncidentId.random();
    private World world;

    @BeforeEach
    void a_quiet_house() {
        world = World.shared().fresh();
    }

    @Test
    void a_manager_who_looks_in_time_is_the_only_one_asked() {
        recorded("MANAGER");
        assertThat(world.task(incident.value(), "look").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "SHM"));
        world.pass(IN_TIME);
        assertThat(world.waiting(incident.value())).containsExactly("look");
        looked("MANAGER");
        assertThat(world.ended(incident.value())).isTrue();
    }

    @Test
    void what_nobody_looked_at_in_time_the_supervisor_sees_to_until_somebody_has() {
        recorded("MANAGER");
        world.pass(TOO_LATE);
        assertThat(world.waiting(incident.value())).containsExactlyInAnyOrder("look", "overdue");
        assertThat(world.task(incident.value(), "overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "SUP"));
        looked("MANAGER");
        assertThat(world.ended(incident.value())).isTrue();
    }

    @Test
    void the_conduct_of_staff_is_looked_at_at_two_desks_in_either_order() {
        recorded("MANAGER", "SUPERVISOR");
        assertThat(world.waiting(incident.value())).containsExactlyInAnyOrder("look", "look-besides");
        looked("SUPERVISOR");
        assertThat(world.waiting(incident.value())).containsExactly("look");
        world.pass(TOO_LATE);
        assertThat(world.waiting(incident.value())).containsExactlyInAnyOrder("look", "overdue");
        looked("MANAGER");
        assertThat(world.ended(incident.value())).isTrue();
    }

    @Test
    void where_no_other_manager_could_look_the_supervisor_is_asked_at_once() {
        recorded("SUPERVISOR");
        assertThat(world.waiting(incident.value())).containsExactly("look-besides");
        assertThat(world.task(incident.value(), "look-besides").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "SUP"));
        looked("SUPERVISOR");
        assertThat(world.ended(incident.value())).isTrue();
    }

    private void recorded(String... desks) {
        world.incidents.recorded(new IncidentRecorded(
                incident, World.CEDAR_HOUSE, Set.of(desks), world.now().plus(Duration.ofHours(72))));
    }

    private void looked(String desk) {
        world.incidents.lookedAt(new IncidentLookedAt(incident, desk));
    }
}
