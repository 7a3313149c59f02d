package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.housing.TalkEvent.TalkWanted;
import org.alongside.housing.TalkEvent.TalksSettled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that the talk of a week can take. */
class TalkWayTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final UUID talk = UUID.randomUUID();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void the_house_is_asked_a_day_before_and_a_talk_ends_it() {
        wanted();
        assertThat(world.waiting(talk)).containsExactly("talk");
        assertThat(world.task(talk, "talk").offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.CEDAR_HOUSE, "SHS", "SHM"));
        settled();
        assertThat(world.ended(talk)).isTrue();
        settled();
        world.pass(DAY.multipliedBy(3));
        assertThat(world.waiting(talk)).isEmpty();
    }

    @Test
    void without_one_the_manager_is_asked_and_then_who_leads() {
        wanted();
        world.pass(DAY.plusSeconds(1));
        assertThat(world.waiting(talk)).containsExactly("talk", "talk-overdue");
        assertThat(world.task(talk, "talk-overdue").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SHM"));
        world.pass(DAY.plusSeconds(1));
        assertThat(world.waiting(talk)).containsExactly("lead-asks", "talk", "talk-overdue");
        assertThat(world.task(talk, "lead-asks").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        settled();
        assertThat(world.ended(talk)).isTrue();
        assertThat(world.waiting(talk)).isEmpty();
    }

    @Test
    void it_is_looked_for_every_hour() {
        world.pass(Duration.ofHours(1).plusSeconds(1));
        assertThat(world.asked).contains("look-for-talks");
    }

    private void wanted() {
        world.talks.wanted(new TalkWanted(
                talk,
                World.CEDAR_HOUSE,
                World.HARBOUR_LIGHT,
                world.now().plus(DAY),
                world.now().plus(DAY.multipliedBy(2))));
    }

    private void settled() {
        world.talks.settled(new TalksSettled(List.of(talk)));
    }
}
