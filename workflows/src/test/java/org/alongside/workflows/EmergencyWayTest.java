package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.emergency.EmergencyEvent.AccessAsked;
import org.alongside.emergency.EmergencyEvent.AccessOpened;
import org.alongside.emergency.EmergencyEvent.AccessReviewed;
import org.alongside.emergency.EmergencyEvent.AskingTakenBack;
import org.alongside.emergency.EmergencyEvent.MisuseSeen;
import org.alongside.emergency.EmergencyEvent.NotToldYet;
import org.alongside.emergency.EmergencyEvent.NothingOpened;
import org.alongside.emergency.EmergencyEvent.SurvivorTold;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of an emergency access: a second person, a review with a clock, and that she is told. */
class EmergencyWayTest {
    private static final OrganisationId PLATFORM = OrganisationId.random();

    private final EmergencyAccessId access = EmergencyAccessId.random();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void colleagues_are_asked_at_once_and_when_one_agrees_it_is_reviewed_and_she_is_told() {
        ask();
        assertThat(waiting()).containsExactly("agree");
        assertThat(world.task(id(), "agree").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "CW", "HLT", "SHM", "SUP"));
        assertThat(world.offered)
                .filteredOn(task -> task.subject().equals(id()))
                .singleElement()
                .satisfies(task -> assertThat(task.urgent()).isTrue());
        open(false);
        assertThat(waiting()).containsExactlyInAnyOrder("review", "tell");
        assertThat(world.task(id(), "review").offeredTo())
                .containsExactlyElementsOf(World.groups(World.COORDINATION, "DPO"));
        assertThat(world.task(id(), "tell").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        assertThat(world.offered)
                .filteredOn(task -> task.subject().equals(id()) && !task.kind().equals("emergency.agree"))
                .hasSize(2)
                .noneMatch(task -> task.urgent());
    }

    @Test
    void where_life_is_in_danger_nobody_is_asked_first() {
        open(true);
        assertThat(waiting()).containsExactlyInAnyOrder("review", "tell");
    }

    @Test
    void what_nobody_answers_lapses_and_is_not_asked_any_more() {
        ask();
        world.pass(Duration.ofMinutes(61));
        assertThat(world.ended(id())).isTrue();
        assertThatThrownBy(() -> open(false)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_refused_found_empty_or_taken_back_ends() {
        ask();
        world.emergencies.nothing(new NothingOpened(access));
        assertThat(world.ended(id())).isTrue();

        EmergencyAccessId other = EmergencyAccessId.random();
        world.emergencies.asked(
                new AccessAsked(other, World.CEDAR_HOUSE, world.now().plus(Duration.ofHours(1))));
        world.emergencies.takenBack(new AskingTakenBack(other));
        assertThat(world.ended(other.value())).isTrue();
    }

    @Test
    void a_review_that_is_late_goes_to_those_who_coordinate_and_waits_on() {
        open(true);
        world.pass(Duration.ofHours(71));
        assertThat(waiting()).doesNotContain("review-overdue");
        world.pass(Duration.ofHours(2));
        assertThat(waiting()).contains("review", "review-overdue");
        assertThat(world.task(id(), "review-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.COORDINATION, "NRM"));
        world.emergencies.reviewed(new AccessReviewed(access, false));
        assertThat(waiting()).doesNotContain("review", "review-overdue");
    }

    @Test
    void justified_and_told_it_is_over() {
        open(true);
        world.emergencies.reviewed(new AccessReviewed(access, false));
        assertThat(waiting()).containsExactly("tell");
        world.emergencies.told(new SurvivorTold(access));
        assertThat(world.ended(id())).isTrue();
    }

    @Test
    void of_a_misuse_both_desks_are_told_and_each_sees_to_its_own() {
        open(true);
        world.emergencies.told(new SurvivorTold(access));
        world.emergencies.reviewed(new AccessReviewed(access, true));
        assertThat(waiting()).containsExactlyInAnyOrder("talk", "check-login");
        assertThat(world.task(id(), "talk").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "SHM", "SUP"));
        assertThat(world.task(id(), "check-login").offeredTo())
                .containsExactlyElementsOf(World.groups(PLATFORM, "ADM"));
        world.emergencies.seen(new MisuseSeen(access, true));
        assertThat(waiting()).containsExactly("talk");
        world.emergencies.seen(new MisuseSeen(access, true));
        world.emergencies.seen(new MisuseSeen(access, false));
        assertThat(world.ended(id())).isTrue();
    }

    @Test
    void not_told_yet_is_asked_again_the_next_day_and_a_late_one_goes_to_the_supervisor() {
        open(true);
        world.pass(Duration.ofHours(73));
        assertThat(waiting()).contains("tell", "telling-overdue");
        assertThat(world.task(id(), "telling-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.emergencies.notToldYet(new NotToldYet(
                access, world.now().plus(Duration.ofHours(24)), world.now().plus(Duration.ofHours(96))));
        assertThat(waiting()).doesNotContain("tell", "telling-overdue");
        world.pass(Duration.ofHours(25));
        assertThat(waiting()).contains("tell").doesNotContain("telling-overdue");
        world.emergencies.told(new SurvivorTold(access));
        assertThat(waiting()).doesNotContain("tell");
    }

    @Test
    void of_two_reviews_at_once_the_second_is_told_that_somebody_was_faster() {
        open(true);
        world.emergencies.reviewed(new AccessReviewed(access, false));
        assertThatThrownBy(() -> world.emergencies.reviewed(new AccessReviewed(access, true)))
                .isInstanceOf(Refusal.class);
    }

    private void ask() {
        world.emergencies.asked(
                new AccessAsked(access, World.CEDAR_HOUSE, world.now().plus(Duration.ofHours(1))));
    }

    private void open(boolean atOnce) {
        world.emergencies.opened(new AccessOpened(
                access,
                World.CEDAR_HOUSE,
                World.HARBOUR_LIGHT,
                atOnce,
                List.of(World.COORDINATION),
                List.of(World.COORDINATION),
                List.of(PLATFORM),
                world.now().plus(Duration.ofHours(72)),
                world.now().plus(Duration.ofHours(72))));
    }

    private List<String> waiting() {
        return world.waiting(id());
    }

    private UUID id() {
        return access.value();
    }
}
