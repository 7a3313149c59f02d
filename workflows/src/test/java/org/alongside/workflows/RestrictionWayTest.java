package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.restriction.RestrictionEvent.EndTold;
import org.alongside.restriction.RestrictionEvent.Imposed;
import org.alongside.restriction.RestrictionEvent.Lifted;
import org.alongside.restriction.RestrictionEvent.Prolonged;
import org.alongside.restriction.RestrictionEvent.Reviewed;
import org.alongside.restriction.RestrictionEvent.Stopped;
import org.alongside.restriction.RestrictionEvent.Told;
import org.alongside.shared.Refusal;
import org.alongside.shared.RestrictionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that a limit on a stay can take. */
class RestrictionWayTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final RestrictionId id = RestrictionId.random();
    private final UUID limit = id.value();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void she_is_told_it_is_reviewed_it_ends_at_its_end_and_she_is_told_of_that() {
        imposed(5);
        assertThat(world.waiting(limit)).containsExactly("review", "tell");
        assertThat(world.task(limit, "tell").offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.CEDAR_HOUSE, "SHS", "SHM"));
        world.restrictions.told(new Told(id));
        assertThat(world.waiting(limit)).containsExactly("review");
        reviewed(false);
        assertThat(world.waiting(limit)).as("it lasts until its end").isEmpty();
        assertThat(world.ended(limit)).isFalse();
        world.pass(DAY.multipliedBy(5).plusSeconds(1));
        assertThat(world.asked).contains("endRestriction");
        assertThat(world.waiting(limit)).containsExactly("tell-ended");
        world.restrictions.endTold(new EndTold(id));
        assertThat(world.ended(limit)).isTrue();
    }

    @Test
    void who_is_late_to_tell_her_is_reminded_by_the_manager() {
        imposed(5);
        world.pass(HOUR.multipliedBy(13));
        assertThat(world.waiting(limit)).containsExactly("review", "tell", "tell-overdue");
        assertThat(world.task(limit, "tell-overdue").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SHM"));
        world.restrictions.told(new Told(id));
        assertThat(world.waiting(limit)).containsExactly("review");
    }

    @Test
    void what_nobody_reviewed_in_time_manager_and_supervisor_see_to() {
        imposed(20);
        world.restrictions.told(new Told(id));
        world.pass(DAY.multipliedBy(7).plusSeconds(1));
        assertThat(world.waiting(limit)).containsExactly("review", "review-overdue");
        assertThat(world.task(limit, "review-overdue").offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.CEDAR_HOUSE, "SHM", "SUP"));
        reviewed(true);
        assertThat(world.waiting(limit)).as("and again within a week").containsExactly("review");
        world.pass(DAY.multipliedBy(7).plusSeconds(1));
        assertThat(world.waiting(limit)).containsExactly("review", "review-overdue");
    }

    @Test
    void one_that_nobody_reviewed_ends_all_the_same() {
        imposed(3);
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        assertThat(world.waiting(limit)).containsExactly("tell-ended");
        world.pass(HOUR.multipliedBy(25));
        assertThat(world.waiting(limit)).containsExactly("end-overdue", "tell-ended");
        assertThat(world.task(limit, "end-overdue").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SHM"));
        world.restrictions.endTold(new EndTold(id));
        assertThat(world.ended(limit)).isTrue();
    }

    @Test
    void lifted_before_its_end_she_is_told_at_once() {
        imposed(20);
        world.restrictions.lifted(new Lifted(id, world.now().plus(HOUR)));
        assertThat(world.waiting(limit)).containsExactly("tell-ended");
        world.restrictions.endTold(new EndTold(id));
        assertThat(world.ended(limit)).isTrue();
        assertThat(world.asked).doesNotContain("endRestriction");
    }

    @Test
    void prolonged_for_a_new_reason_she_is_told_and_it_is_reviewed_anew_and_the_old_end_passes() {
        imposed(3);
        world.restrictions.told(new Told(id));
        reviewed(false);
        world.pass(DAY.multipliedBy(2));
        world.restrictions.prolonged(new Prolonged(
                id,
                world.now().plus(HOUR.multipliedBy(12)),
                world.now().plus(DAY.multipliedBy(4)),
                world.now().plus(DAY.multipliedBy(4))));
        assertThat(world.waiting(limit)).containsExactly("review", "tell");
        world.pass(DAY.multipliedBy(2));
        assertThat(world.asked).doesNotContain("endRestriction");
        world.pass(DAY.multipliedBy(2).plusSeconds(1));
        assertThat(world.asked).contains("endRestriction");
        assertThat(world.waiting(limit)).containsExactly("tell-ended");
    }

    @Test
    void with_her_stay_all_of_it_stops() {
        imposed(5);
        world.restrictions.stopped(new Stopped(List.of(id)));
        assertThat(world.ended(limit)).isTrue();
        assertThat(world.waiting(limit)).isEmpty();
        assertThatThrownBy(() -> world.restrictions.lifted(new Lifted(id, world.now())))
                .isInstanceOf(Refusal.class);
    }

    private void imposed(int days) {
        world.restrictions.imposed(new Imposed(
                id,
                World.CEDAR_HOUSE,
                world.now().plus(HOUR.multipliedBy(12)),
                world.now().plus(DAY.multipliedBy(Math.min(7, days))),
                world.now().plus(DAY.multipliedBy(days))));
    }

    private void reviewed(boolean again) {
        world.restrictions.reviewed(new Reviewed(id, world.now().plus(DAY.multipliedBy(7)), again));
    }
}
