package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.police.PoliceEvent.ThreatTold;
import org.alongside.police.PoliceEvent.ThreatsEnded;
import org.alongside.police.PoliceEvent.ThreatsRead;
import org.alongside.shared.ThreatId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that a threat can take which an agency tells. */
class ThreatWayTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ThreatId threat = ThreatId.random();
    private final UUID id = threat.value();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void the_manager_of_the_house_where_she_lives_is_asked_to_read_it() {
        world.livesIn = World.CEDAR_HOUSE;
        tell();
        assertThat(world.waiting(id)).containsExactly("read");
        assertThat(world.task(id, "read").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SHM"));
        assertThat(world.task(id, "read").dueAt()).isPresent();
        world.threats.read(new ThreatsRead(List.of(threat)));
        assertThat(world.ended(id)).isTrue();
        assertThat(world.reached(id, "was-read")).as("the end that is drawn").isEqualTo(1);
    }

    @Test
    void when_nobody_read_it_in_time_whoever_supervises_there_is_asked_and_no_clock_reads_it() {
        world.livesIn = World.CEDAR_HOUSE;
        tell();
        world.pass(HOUR.plusSeconds(1));
        assertThat(world.waiting(id)).containsExactly("read", "unread");
        assertThat(world.task(id, "unread").offeredTo())
                .extracting(group -> group.organisation() + " " + group.role())
                .containsExactlyInAnyOrder(World.CEDAR_HOUSE + " SUP", World.CEDAR_HOUSE + " SHM");
        complete("unread");
        assertThat(world.waiting(id)).containsExactly("read");
        assertThat(world.reached(id, "seen")).isEqualTo(1);
        world.threats.read(new ThreatsRead(List.of(threat)));
        assertThat(world.ended(id)).isTrue();
    }

    @Test
    void reading_it_late_takes_the_supervisors_task_away() {
        world.livesIn = World.CEDAR_HOUSE;
        tell();
        world.pass(HOUR.plusSeconds(1));
        world.threats.read(new ThreatsRead(List.of(threat)));
        assertThat(world.ended(id)).isTrue();
    }

    @Test
    void where_she_lives_in_no_house_nobody_is_asked_and_the_telling_was_the_same() {
        world.threats.told(new ThreatTold(threat, world.now().plus(HOUR)));
        assertThat(world.ended(id))
                .as("it is looked for afterwards, by the process")
                .isFalse();
        world.workOff();
        assertThat(world.ended(id)).isTrue();
        assertThat(world.reached(id, "nowhere")).isEqualTo(1);
    }

    @Test
    void taken_back_or_once_she_has_left_nobody_is_asked() {
        world.livesIn = World.CEDAR_HOUSE;
        tell();
        world.threats.ended(new ThreatsEnded(List.of(threat)));
        assertThat(world.ended(id)).isTrue();
        world.threats.ended(new ThreatsEnded(List.of(threat)));
        tell();
        assertThat(world.waiting(id)).as("she moved in somewhere else").containsExactly("read");
        world.threats.ended(new ThreatsEnded(List.of(threat)));
    }

    @Test
    void read_before_the_process_looked_where_she_lives_nobody_is_asked() {
        world.livesIn = World.CEDAR_HOUSE;
        world.threats.told(new ThreatTold(threat, world.now().plus(HOUR)));
        world.threats.read(new ThreatsRead(List.of(threat)));
        world.workOff();
        assertThat(world.ended(id)).isTrue();
    }

    private void tell() {
        world.threats.told(new ThreatTold(threat, world.now().plus(HOUR)));
        world.workOff();
    }

    private void complete(String step) {
        world.engine.getTaskService().complete(world.task(id, step).id());
    }
}
