package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.housing.FollowStep;
import org.alongside.housing.PlacementEvent.BedDeclined;
import org.alongside.housing.PlacementEvent.BedHeld;
import org.alongside.housing.PlacementEvent.BedOffered;
import org.alongside.housing.PlacementEvent.BedRequested;
import org.alongside.housing.PlacementEvent.CameBack;
import org.alongside.housing.PlacementEvent.DidNotReturn;
import org.alongside.housing.PlacementEvent.HoldRanOut;
import org.alongside.housing.PlacementEvent.PlaceSought;
import org.alongside.housing.PlacementEvent.PlacedTogether;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.housing.PlacementEvent.StepDone;
import org.alongside.housing.PlacementEvent.SurvivorAdmitted;
import org.alongside.housing.PlacementEvent.SurvivorMoved;
import org.alongside.housing.PlacementEvent.WentAway;
import org.alongside.shared.HandoverId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.Journeys.Standing;
import org.alongside.worklist.Journeys.Step;
import org.alongside.worklist.TaskGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that a placement can take, from a yes to a place that is known. */
class PlacementWayTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final PlacementId her = PlacementId.random();
    private final List<PlacementId> alone = List.of(her);
    private World world;
    private PlacementMoves moves;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        moves = world.placements;
    }

    @Test
    void the_manager_finds_a_bed_she_is_asked_and_the_shift_lets_her_in_before_the_hold_ends() {
        asked();
        assertThat(waiting()).containsExactly("find-bed");
        assertThat(task("find-bed").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SHM"));
        assertThat(task("find-bed").dueAt())
                .as("as the table says of her urgency")
                .isPresent();
        offered();
        assertThat(waiting()).containsExactly("ask-her");
        offered();
        assertThat(waiting()).as("another bed, and she still thinks").containsExactly("ask-her");
        Instant until = held();
        assertThat(waiting()).containsExactly("let-in");
        assertThat(task("let-in").offeredTo())
                .containsExactlyInAnyOrder(
                        new TaskGroup(World.CEDAR_HOUSE, "SHS"), new TaskGroup(World.CEDAR_HOUSE, "SHM"));
        assertThat(task("let-in").dueAt().orElseThrow())
                .isEqualTo(EngineTime.notBefore(until).toInstant());
        assertThat(task("let-in").reminded()).isFalse();
        world.pass(HOUR.multipliedBy(3).plusSeconds(1));
        assertThat(task("let-in").reminded())
                .as("a quarter of the time is left")
                .isTrue();
        admitted();
        assertThat(waiting()).isEmpty();
        world.pass(DAY);
        assertThat(world.asked).as("nobody ends a hold that is lived in").doesNotContain("runOut");
        leaves();
        assertThat(ended()).isTrue();
    }

    @Test
    void a_hold_that_runs_out_is_freed_once_and_the_house_looks_again() {
        asked();
        offered();
        held();
        world.pass(HOUR.multipliedBy(4).plusSeconds(1));
        assertThat(world.asked).containsOnlyOnce("runOut");
        assertThat(waiting()).containsExactly("find-bed");
        offered();
        held();
        moves.ranOut(new HoldRanOut(alone, world.now()));
        assertThat(waiting()).as("sooner, by whoever needed the bed").containsExactly("find-bed");
        world.pass(HOUR.multipliedBy(2));
        assertThat(world.asked).containsOnlyOnce("runOut");
    }

    @Test
    void where_the_house_is_late_who_leads_is_asked_where_she_sleeps() {
        asked();
        world.pass(HOUR.multipliedBy(3).plusSeconds(1));
        assertThat(waiting()).containsExactly("find-bed", "no-bed-yet");
        assertThat(task("no-bed-yet").offeredTo()).isEqualTo(leads("CW", "SUP"));
        offered();
        assertThat(waiting()).containsExactly("ask-her", "no-bed-yet");
        done(FollowStep.PLACE_SOUGHT);
        assertThat(waiting()).containsExactly("ask-her");
        held();
        admitted();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void what_nobody_saw_to_is_asked_no_more_when_she_has_a_bed() {
        asked();
        world.pass(HOUR.multipliedBy(3).plusSeconds(1));
        offered();
        held();
        admitted();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void after_a_no_of_the_house_who_leads_looks_for_the_next_and_the_supervisor_when_nobody_does() {
        asked();
        moves.declined(new BedDeclined(alone, false, world.now()));
        assertThat(waiting()).containsExactly("next-place");
        assertThat(task("next-place").offeredTo()).isEqualTo(leads("CW", "SUP"));
        world.pass(HOUR.multipliedBy(3).plusSeconds(1));
        assertThat(waiting()).containsExactly("next-overdue", "next-place");
        assertThat(task("next-overdue").offeredTo()).isEqualTo(leads("SUP"));
        done(FollowStep.PLACE_SOUGHT);
        assertThat(ended()).isTrue();
    }

    @Test
    void after_her_no_a_bed_elsewhere_ends_the_looking() {
        asked();
        offered();
        moves.declined(new BedDeclined(alone, true, world.now()));
        assertThat(waiting()).containsExactly("next-place");
        moves.sought(new PlaceSought(alone));
        assertThat(ended()).isTrue();
    }

    @Test
    void of_two_who_answer_the_second_is_told_that_it_changed() {
        asked();
        moves.declined(new BedDeclined(alone, false, world.now()));
        assertThatThrownBy(this::held).isInstanceOf(Refusal.class);
    }

    @Test
    void a_family_that_was_asked_for_one_by_one_is_asked_about_once_and_lives_each_for_herself() {
        PlacementId child = PlacementId.random();
        asked();
        moves.requested(new BedRequested(List.of(child), world.now()));
        List<PlacementId> family = List.of(her, child);
        moves.requested(new BedRequested(family, world.now()));
        moves.together(new PlacedTogether(family, her));
        assertThat(world.waiting(child.value())).isEmpty();
        assertThat(waiting()).containsExactly("find-bed");
        moves.offered(new BedOffered(family, world.now()));
        moves.held(new BedHeld(family, world.now().plus(HOUR)));
        moves.admitted(new SurvivorAdmitted(family, world.now()));
        assertThat(waiting()).isEmpty();
        moves.wentAway(new WentAway(List.of(child), world.now().plus(HOUR)));
        assertThat(world.waiting(child.value())).containsExactly("expect-back");
        assertThat(waiting()).isEmpty();
        moves.ended(new PlacementEnded(family, "OTHER", "FRIENDS", world.now()));
        assertThat(world.ended(her.value())).isTrue();
        assertThat(world.ended(child.value())).isTrue();
    }

    @Test
    void who_is_away_as_planned_is_expected_and_the_manager_looks_when_she_is_not_back() {
        livesThere();
        moves.wentAway(new WentAway(alone, world.now().plus(DAY)));
        assertThat(waiting()).containsExactly("expect-back");
        world.pass(DAY.plusSeconds(1));
        assertThat(waiting()).containsExactly("expect-back", "see-if-missing");
        assertThat(task("see-if-missing").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SHM"));
        moves.cameBack(new CameBack(alone, world.now()));
        assertThat(waiting()).isEmpty();
        moves.wentAway(new WentAway(alone, world.now().plus(DAY)));
        assertThat(waiting()).as("a second time").containsExactly("expect-back");
        world.pass(DAY.plusSeconds(1));
        moves.didNotReturn(new DidNotReturn(alone, world.now()));
        assertThat(waiting()).as("she is looked for in a process of its own").isEmpty();
        assertThat(ended()).as("the bed stays hers").isFalse();
    }

    @Test
    void a_move_ends_the_old_placement_and_begins_the_new_where_she_lives() {
        PlacementId next = PlacementId.random();
        livesThere();
        moves.moved(new SurvivorMoved(alone, List.of(next), true, world.now()));
        assertThat(ended()).isTrue();
        assertThat(world.ended(next.value())).isFalse();
        moves.wentAway(new WentAway(List.of(next), world.now().plus(DAY)));
        assertThat(world.waiting(next.value())).containsExactly("expect-back");
    }

    @Test
    void wherever_it_stands_it_stops_with_what_she_agreed_to() {
        List<Runnable> stands = List.of(
                this::asked,
                () -> Stream.<Runnable>of(this::asked, this::offered).forEach(Runnable::run),
                () -> Stream.<Runnable>of(this::asked, this::offered, this::held)
                        .forEach(Runnable::run),
                this::livesThere,
                () -> {
                    livesThere();
                    moves.wentAway(new WentAway(alone, world.now().plus(DAY)));
                },
                () -> {
                    livesThere();
                    moves.didNotReturn(new DidNotReturn(alone, world.now()));
                });
        List<String> left = new ArrayList<>();
        for (Runnable stand : stands) {
            world.fresh();
            stand.run();
            moves.stopped(new PlacementStopped(alone));
            left.addAll(waiting());
            assertThat(ended()).isTrue();
            assertThat(world.running("placement")).isZero();
            world.pass(DAY.multipliedBy(2));
            assertThat(world.asked).doesNotContain("runOut");
        }
        assertThat(left).isEmpty();
    }

    @Test
    void the_journey_says_where_it_stands() {
        asked();
        assertThat(standing().here()).extracting(Step::id).containsExactly("find-bed");
        offered();
        held();
        admitted();
        assertThat(standing().here()).extracting(Step::id).containsExactly("live-there");
        assertThat(standing().passed()).contains("find-bed", "ask-her", "let-in");
        leaves();
        assertThat(standing().ended()).isTrue();
    }

    private Standing standing() {
        return world.journeys.of(her.value()).orElseThrow();
    }

    @Test
    void with_the_lead_goes_the_looking_for_a_place() {
        HandoverId offer = HandoverId.random();
        asked();
        moves.declined(new BedDeclined(alone, false, world.now()));
        HandoverMoves handovers = new HandoverMoves(world.engine, world.offered::add);
        handovers.proposed(new HandoverProposed(
                offer, World.HARBOUR_LIGHT, World.COORDINATION, world.now().plus(DAY)));
        handovers.offered(
                new HandoverOffered(offer, world.now().plus(DAY), world.now().plus(DAY.multipliedBy(2))));
        handovers.handedOver(new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.COORDINATION, Set.of(her.value())));
        assertThat(task("next-place").offeredTo())
                .containsExactlyInAnyOrder(
                        new TaskGroup(World.COORDINATION, "CW"), new TaskGroup(World.COORDINATION, "SUP"));
    }

    private void asked() {
        moves.requested(new BedRequested(alone, world.now()));
    }

    private void offered() {
        moves.offered(new BedOffered(alone, world.now()));
    }

    private Instant held() {
        Instant until = world.now().plus(HOUR.multipliedBy(4));
        moves.held(new BedHeld(alone, until));
        return until;
    }

    private void admitted() {
        moves.admitted(new SurvivorAdmitted(alone, world.now()));
    }

    private void livesThere() {
        asked();
        offered();
        held();
        admitted();
    }

    private void leaves() {
        moves.ended(new PlacementEnded(alone, "MOVED_INDEPENDENT", "INDEPENDENT_RENTAL", world.now()));
    }

    private void done(FollowStep step) {
        moves.done(new StepDone(alone, step, world.now()));
    }

    private List<String> waiting() {
        return world.waiting(her.value());
    }

    private EngineTask task(String step) {
        return world.task(her.value(), step);
    }

    private boolean ended() {
        return world.ended(her.value());
    }

    private static List<TaskGroup> leads(String... roles) {
        return World.groups(World.HARBOUR_LIGHT, roles);
    }
}
