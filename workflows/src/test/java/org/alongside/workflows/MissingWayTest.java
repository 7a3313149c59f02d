package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.missing.MissingEvent.HouseJoined;
import org.alongside.missing.MissingEvent.HouseLeft;
import org.alongside.missing.MissingEvent.LeftUnresolved;
import org.alongside.missing.MissingEvent.MissingBegun;
import org.alongside.missing.MissingEvent.MissingEnded;
import org.alongside.missing.MissingEvent.MissingStepDone;
import org.alongside.missing.MissingEvent.PoliceTold;
import org.alongside.missing.MissingEvent.ReturnTalkHeld;
import org.alongside.missing.MissingEvent.SurvivorFound;
import org.alongside.missing.MissingStep;
import org.alongside.shared.HandoverId;
import org.alongside.shared.MissingId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.Journeys.Standing;
import org.alongside.worklist.Journeys.Step;
import org.alongside.worklist.StaffTable;
import org.alongside.worklist.TaskGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way from somebody who is missing to somebody who is found and talked with, with the clocks of the table (DL24, DL25). */
class MissingWayTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final MissingId her = MissingId.random();
    private World world;
    private MissingMoves moves;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        moves = world.missing;
    }

    @Test
    void a_child_is_looked_for_at_once_told_to_the_police_within_the_hour_and_met_about_within_the_day() {
        world.offered.clear();
        gone(true, World.CEDAR_HOUSE);
        assertThat(waiting()).containsExactly("conference", "report", "search");
        assertThat(world.offered).hasSize(3).allMatch(one -> one.urgent(), "whoever is on call is told at once");
        assertThat(task("search").offeredTo()).containsExactlyInAnyOrderElementsOf(houseAndLead());
        assertThat(task("report").offeredTo()).containsExactlyInAnyOrderElementsOf(houseAndLead());
        assertThat(dueIn("search")).isEqualTo(Duration.ofMinutes(30));
        assertThat(dueIn("report")).isEqualTo(HOUR);
        assertThat(dueIn("conference")).isEqualTo(DAY);
        world.pass(HOUR.plus(A_MOMENT));
        assertThat(waiting()).containsExactly("conference", "report", "report-overdue", "search", "search-overdue");
        assertThat(task("report-overdue").offeredTo())
                .containsExactlyInAnyOrder(
                        new TaskGroup(World.HARBOUR_LIGHT, "SUP"), new TaskGroup(World.CEDAR_HOUSE, "SHM"));
        moves.told(new PoliceTold(her));
        done(MissingStep.SEARCHED);
        assertThat(waiting()).as("and of a child no safe channel").containsExactly("conference");
        world.pass(DAY);
        assertThat(waiting()).containsExactly("conference", "conference-overdue");
        assertThat(task("conference-overdue").offeredTo()).isEqualTo(leads("SUP"));
        done(MissingStep.CONFERENCE_HELD);
        assertThat(waiting()).isEmpty();
        assertThat(ended()).as("she is still missing").isFalse();
    }

    @Test
    void an_adult_is_tried_within_the_day_and_then_on_the_safe_channel_and_nobody_is_asked_to_tell_the_police() {
        gone(false, null);
        assertThat(waiting()).containsExactly("search");
        assertThat(dueIn("search")).isEqualTo(DAY);
        assertThat(task("search").offeredTo()).contains(new TaskGroup(World.HARBOUR_LIGHT, "CW"));
        world.pass(DAY.plus(A_MOMENT));
        assertThat(waiting()).containsExactly("search", "search-overdue");
        done(MissingStep.SEARCHED);
        assertThat(waiting()).containsExactly("safe-channel");
        assertThat(task("safe-channel").offeredTo()).isEqualTo(leads("CW", "SUP"));
        world.pass(DAY);
        assertThat(waiting()).containsExactly("channel-overdue", "safe-channel");
        done(MissingStep.SAFE_CHANNEL_TRIED);
        assertThat(waiting()).isEmpty();
        moves.told(new PoliceTold(her));
        assertThat(ended())
                .as("with her word they may know, and she is still missing")
                .isFalse();
    }

    @Test
    void who_tries_the_safe_channel_first_has_looked_for_her() {
        gone(false, null);
        done(MissingStep.SAFE_CHANNEL_TRIED);
        assertThat(waiting()).isEmpty();
        done(MissingStep.SEARCHED);
        assertThat(waiting()).as("again and again").isEmpty();
    }

    @Test
    void where_the_table_asks_a_conference_is_held_about_an_adult_too() {
        var before = world.tables.read(StaffTable.MISSING_DEADLINES);
        try {
            world.publish(
                    StaffTable.MISSING_DEADLINES,
                    before.version(),
                    List.of(
                            before.rows().get(0),
                            new DecisionRow("ADULT", List.of("PT24H", "PT4H", "P3D", "", "P30D", "P2D"))));
            gone(false, null);
            assertThat(waiting()).containsExactly("conference", "report", "search");
            assertThat(dueIn("conference")).isEqualTo(DAY.multipliedBy(3));
            assertThat(dueIn("report")).isEqualTo(HOUR.multipliedBy(4));
            done(MissingStep.SEARCHED);
            assertThat(waiting()).as("no safe channel any more").containsExactly("conference", "report");
        } finally {
            world.publish(
                    StaffTable.MISSING_DEADLINES,
                    world.tables.read(StaffTable.MISSING_DEADLINES).version(),
                    before.rows());
        }
    }

    @Test
    void of_a_child_staff_cannot_take_the_police_out_of_the_table() {
        var table = world.tables.read(StaffTable.MISSING_DEADLINES);
        assertThatThrownBy(() -> world.publish(
                        StaffTable.MISSING_DEADLINES,
                        table.version(),
                        List.of(
                                new DecisionRow("CHILD", List.of("PT30M", "", "PT24H", "", "P7D", "PT72H")),
                                table.rows().get(1))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.reasons().get(0).field()).isEqualTo("rows.0.reportWithin"));
    }

    @Test
    void wherever_it_stands_she_is_found_and_somebody_talks_with_her() {
        List<Runnable> stands = List.of(
                () -> gone(true, World.CEDAR_HOUSE),
                () -> gone(false, null),
                () -> {
                    gone(false, null);
                    done(MissingStep.SEARCHED);
                },
                () -> {
                    gone(true, World.CEDAR_HOUSE);
                    world.pass(DAY.multipliedBy(8));
                    moves.unresolved(new LeftUnresolved(her));
                });
        for (Runnable stand : stands) {
            world.fresh();
            stand.run();
            found();
            assertThat(waiting()).containsExactly("talk");
            assertThat(dueIn("talk")).isEqualTo(HOUR.multipliedBy(72));
            moves.talked(new ReturnTalkHeld(her));
            assertThat(waiting()).isEmpty();
            assertThat(world.running("missing")).isZero();
        }
    }

    @Test
    void a_talk_that_nobody_holds_is_the_supervisors_to_see_to() {
        gone(true, World.CEDAR_HOUSE);
        found();
        assertThat(task("talk").offeredTo()).containsExactlyInAnyOrderElementsOf(houseAndLead());
        world.pass(HOUR.multipliedBy(72).plus(A_MOMENT));
        assertThat(waiting()).containsExactly("talk", "talk-overdue");
        assertThat(task("talk-overdue").offeredTo()).isEqualTo(leads("SUP"));
        moves.talked(new ReturnTalkHeld(her));
        assertThat(ended()).isTrue();
    }

    @Test
    void with_who_died_nobody_talks() {
        gone(false, null);
        moves.found(new SurvivorFound(her, Optional.empty()));
        assertThat(ended()).isTrue();
    }

    @Test
    void when_the_time_is_over_a_supervisor_looks_again_and_nothing_ends_by_itself() {
        gone(true, World.CEDAR_HOUSE);
        moves.told(new PoliceTold(her));
        done(MissingStep.SEARCHED);
        done(MissingStep.CONFERENCE_HELD);
        world.pass(DAY.multipliedBy(7).plus(A_MOMENT));
        assertThat(waiting()).containsExactly("look-again");
        assertThat(task("look-again").offeredTo()).isEqualTo(leads("SUP"));
        world.pass(DAY.multipliedBy(60));
        assertThat(waiting()).containsExactly("look-again");
        moves.unresolved(new LeftUnresolved(her));
        assertThat(waiting()).isEmpty();
        assertThat(ended()).as("she can still be found").isFalse();
    }

    @Test
    void a_house_that_says_so_too_is_asked_from_then_on_and_who_leads_is_asked_alone_when_she_has_left_it() {
        gone(true, null);
        assertThat(asksHouse("search")).isFalse();
        moves.joined(new HouseJoined(her, World.HARBOUR_LIGHT, World.CEDAR_HOUSE));
        assertThat(task("search").offeredTo()).containsExactlyInAnyOrderElementsOf(houseAndLead());
        world.pass(HOUR.plus(A_MOMENT));
        assertThat(asksHouse("report-overdue")).isTrue();
        moves.left(new HouseLeft(her, World.HARBOUR_LIGHT));
        assertThat(waiting()).containsExactly("conference", "report", "report-overdue", "search", "search-overdue");
        assertThat(waiting()).noneMatch(this::asksHouse);
        found();
        assertThat(asksHouse("talk")).isFalse();
    }

    @Test
    void with_the_lead_goes_the_looking_also_what_is_asked_later() {
        gone(true, null);
        handedOver();
        assertThat(task("search").offeredTo()).contains(new TaskGroup(World.COORDINATION, "CW"));
        assertThat(waiting()).noneMatch(step -> task(step).offeredTo().stream()
                .anyMatch(group -> group.organisation().equals(World.HARBOUR_LIGHT)));
        world.pass(HOUR.plus(A_MOMENT));
        assertThat(task("report-overdue").offeredTo())
                .containsExactlyInAnyOrder(
                        new TaskGroup(World.COORDINATION, "SUP"), new TaskGroup(World.COORDINATION, "SHM"));
    }

    @Test
    void with_the_lead_the_house_stays_the_house() {
        gone(true, World.CEDAR_HOUSE);
        handedOver();
        found();
        assertThat(task("talk").offeredTo())
                .containsExactlyInAnyOrder(
                        new TaskGroup(World.COORDINATION, "CW"),
                        new TaskGroup(World.CEDAR_HOUSE, "SHS"),
                        new TaskGroup(World.CEDAR_HOUSE, "SHM"));
    }

    @Test
    void with_the_file_it_ends() {
        gone(true, World.CEDAR_HOUSE);
        moves.ended(new MissingEnded(List.of(her)));
        assertThat(waiting()).isEmpty();
        assertThat(world.running("missing")).isZero();
        world.pass(DAY.multipliedBy(8));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void of_two_who_find_her_the_second_is_told_that_it_changed() {
        gone(true, World.CEDAR_HOUSE);
        found();
        assertThatThrownBy(this::found).isInstanceOf(Refusal.class);
    }

    @Test
    void the_journey_says_where_it_stands() {
        gone(true, World.CEDAR_HOUSE);
        assertThat(standing().here()).extracting(Step::id).contains("wait-for-her", "search", "report", "conference");
        found();
        assertThat(standing().here()).extracting(Step::id).containsExactly("talk");
        moves.talked(new ReturnTalkHeld(her));
        assertThat(standing().ended()).isTrue();
    }

    private void gone(boolean child, OrganisationId house) {
        moves.begun(new MissingBegun(
                her,
                World.HARBOUR_LIGHT,
                Optional.ofNullable(house),
                child,
                world.missingTimes.of(child).from(world.now())));
    }

    private void found() {
        moves.found(new SurvivorFound(
                her, Optional.of(world.now().plus(world.missingTimes.of(true).talkWithin()))));
    }

    private void done(MissingStep step) {
        moves.done(new MissingStepDone(her, step));
    }

    private void handedOver() {
        HandoverId offer = HandoverId.random();
        HandoverMoves handovers = new HandoverMoves(world.engine, world.offered::add);
        handovers.proposed(new HandoverProposed(
                offer, World.HARBOUR_LIGHT, World.COORDINATION, world.now().plus(DAY)));
        handovers.offered(
                new HandoverOffered(offer, world.now().plus(DAY), world.now().plus(DAY.multipliedBy(2))));
        handovers.handedOver(new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.COORDINATION, Set.of(her.value())));
    }

    private boolean asksHouse(String step) {
        return task(step).offeredTo().stream()
                .anyMatch(group -> group.organisation().equals(World.CEDAR_HOUSE));
    }

    private static List<TaskGroup> houseAndLead() {
        return List.of(
                new TaskGroup(World.HARBOUR_LIGHT, "CW"),
                new TaskGroup(World.CEDAR_HOUSE, "SHS"),
                new TaskGroup(World.CEDAR_HOUSE, "SHM"));
    }

    private Standing standing() {
        return world.journeys.of(her.value()).orElseThrow();
    }

    private List<String> waiting() {
        return world.waiting(her.value());
    }

    private EngineTask task(String step) {
        return world.task(her.value(), step);
    }

    private Duration dueIn(String step) {
        Duration left = Duration.between(task(step).since(), task(step).dueAt().orElseThrow());
        return Duration.ofMinutes(Math.round(left.toMillis() / 60_000.0));
    }

    private boolean ended() {
        return world.ended(her.value());
    }

    private static List<TaskGroup> leads(String... roles) {
        return World.groups(World.HARBOUR_LIGHT, roles);
    }
}
