package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.proceeding.HearingEvent.HearingFound;
import org.alongside.proceeding.HearingEvent.HearingOver;
import org.alongside.proceeding.HearingEvent.HearingSet;
import org.alongside.proceeding.HearingEvent.SupportChanged;
import org.alongside.proceeding.HearingTimes.HearingTime;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.StaffTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that a hearing can take: who is asked, when, and what moving it does. */
class HearingWayTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final UUID hearing = UUID.randomUUID();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void nobody_goes_with_her_so_the_caseworker_is_asked_then_the_supervisor_and_it_begins_all_the_same() {
        set(30, true);
        world.pass(DAY.multipliedBy(8));
        assertThat(world.waiting(hearing)).isEmpty();
        world.pass(DAY.multipliedBy(2));
        assertThat(world.waiting(hearing)).containsExactly("arrange");
        assertThat(world.task(hearing, "arrange").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.pass(DAY.multipliedBy(12));
        assertThat(world.task(hearing, "arrange").reminded()).isFalse();
        world.pass(DAY.multipliedBy(2));
        assertThat(world.task(hearing, "arrange").reminded())
                .as("the second reminder")
                .isTrue();
        assertThat(world.waiting(hearing)).containsExactly("arrange");
        world.pass(DAY.multipliedBy(5));
        assertThat(world.waiting(hearing)).containsExactly("arrange", "arrange-overdue");
        assertThat(world.task(hearing, "arrange-overdue").offeredTo())
                .isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        complete("arrange-overdue");
        world.pass(DAY.multipliedBy(2));
        assertThat(world.asked).as("what comes next in the matter").containsOnlyOnce("passed");
        assertThat(world.waiting(hearing)).containsExactly("say-result");
        assertThat(world.task(hearing, "say-result").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "LAW"));
        world.pass(DAY.multipliedBy(8));
        assertThat(world.waiting(hearing)).containsExactly("result-overdue", "say-result");
        assertThat(world.task(hearing, "result-overdue").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SUP"));
        complete("result-overdue");
        world.pass(DAY.multipliedBy(60));
        assertThat(world.waiting(hearing)).as("no clock ends it").containsExactly("say-result");
        world.hearings.over(new HearingOver(hearing));
        assertThat(world.ended(hearing)).isTrue();
    }

    @Test
    void where_nothing_is_missing_nobody_is_asked_until_somebody_cannot_after_all() {
        set(30, true);
        world.hearings.support(new SupportChanged(hearing, false));
        world.pass(DAY.multipliedBy(10));
        assertThat(world.waiting(hearing)).isEmpty();
        world.hearings.support(new SupportChanged(hearing, true));
        assertThat(world.waiting(hearing)).containsExactly("arrange");
        world.hearings.support(new SupportChanged(hearing, false));
        assertThat(world.waiting(hearing)).isEmpty();
        world.hearings.support(new SupportChanged(hearing, true));
        assertThat(world.waiting(hearing)).containsExactly("arrange");
        world.pass(DAY.multipliedBy(19));
        world.hearings.support(new SupportChanged(hearing, false));
        assertThat(world.waiting(hearing)).as("nor the supervisor").isEmpty();
    }

    @Test
    void moving_it_moves_every_reminder_and_what_was_asked_for_the_old_day_is_asked_no_more() {
        set(30, true);
        world.pass(DAY.multipliedBy(10));
        assertThat(world.waiting(hearing)).containsExactly("arrange");
        set(60, true);
        assertThat(world.waiting(hearing)).isEmpty();
        world.pass(DAY.multipliedBy(25));
        assertThat(world.waiting(hearing)).as("the old day came and went").isEmpty();
        assertThat(world.asked).doesNotContain("passed");
        world.pass(DAY.multipliedBy(15));
        assertThat(world.waiting(hearing)).containsExactly("arrange");
        world.pass(DAY.multipliedBy(12));
        assertThat(world.task(hearing, "arrange").reminded()).isFalse();
        world.pass(DAY.multipliedBy(2));
        assertThat(world.task(hearing, "arrange").reminded())
                .as("a week before the new day")
                .isTrue();
        world.pass(DAY.multipliedBy(7));
        assertThat(world.asked).containsOnlyOnce("passed");
        assertThat(world.waiting(hearing)).containsExactly("say-result");
    }

    @Test
    void one_that_is_set_for_tomorrow_is_asked_at_once_and_the_supervisor_too() {
        set(1, true);
        world.pass(Duration.ofSeconds(1));
        assertThat(world.waiting(hearing)).containsExactly("arrange", "arrange-overdue");
    }

    @Test
    void called_off_before_its_time_or_with_the_file_nobody_is_asked_any_more() {
        set(30, true);
        world.pass(DAY.multipliedBy(10));
        world.hearings.over(new HearingOver(hearing));
        assertThat(world.ended(hearing)).isTrue();
        world.hearings.over(new HearingOver(hearing));
        world.hearings.support(new SupportChanged(hearing, true));
        assertThat(world.waiting(hearing)).isEmpty();
    }

    @Test
    void with_the_lead_goes_who_is_asked() {
        set(30, true);
        HandoverId offer = HandoverId.random();
        HandoverMoves handovers = new HandoverMoves(world.engine, world.offered::add);
        handovers.proposed(new HandoverProposed(
                offer, World.HARBOUR_LIGHT, World.COORDINATION, world.now().plusSeconds(60)));
        handovers.offered(new HandoverOffered(
                offer, world.now().plusSeconds(60), world.now().plusSeconds(120)));
        handovers.handedOver(new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.COORDINATION, Set.of(hearing)));
        world.pass(DAY.multipliedBy(10));
        assertThat(world.task(hearing, "arrange").offeredTo()).isEqualTo(World.groups(World.COORDINATION, "CW"));
    }

    @Test
    void the_times_are_those_of_the_table_and_each_is_nearer_to_the_day_than_the_one_before() {
        assertThat(world.hearingTimes.now())
                .isEqualTo(new HearingTime(
                        DAY.multipliedBy(21), DAY.multipliedBy(7), DAY.multipliedBy(2), DAY.multipliedBy(7)));
        World own = new World(EngineDatabase.create("hearing_times"));
        List<DecisionRow> rows =
                new ArrayList<>(own.tables.read(StaffTable.HEARING_TIMES).rows());
        rows.set(0, new DecisionRow("HEARING", List.of("P14D", "P5D", "P1D", "P3D")));
        own.publish(StaffTable.HEARING_TIMES, 1, rows);
        assertThat(own.hearingTimes.now().askBefore()).isEqualTo(DAY.multipliedBy(14));
        rows.set(0, new DecisionRow("HEARING", List.of("P5D", "P14D", "P1D", "P3D")));
        assertThatThrownBy(() -> own.publish(StaffTable.HEARING_TIMES, 2, rows)).isInstanceOf(Refusal.class);
        own.engine.close();
    }

    @Test
    void one_of_before_gets_its_clock_and_one_that_has_it_is_left_where_it_is() {
        HearingSet of = of(10, true);
        world.hearings.found(new HearingFound(of));
        world.pass(Duration.ofSeconds(1));
        assertThat(world.waiting(hearing)).containsExactly("arrange");
        String asked = world.task(hearing, "arrange").id();
        world.hearings.found(new HearingFound(of));
        world.pass(Duration.ofSeconds(1));
        assertThat(world.task(hearing, "arrange").id()).isEqualTo(asked);
        assertThat(world.waiting(hearing)).containsExactly("arrange");
    }

    @Test
    void the_clocks_of_before_are_begun_until_none_is_left_also_when_the_server_ended_in_the_middle() {
        World own = new World(EngineDatabase.create("clocks_of_before"));
        own.batchesLeft = 3;
        new Models(own.engine).beginWhatIsOfBefore();
        own.pass(Duration.ofSeconds(1));
        assertThat(own.asked).containsExactly("beginClocks");
        new Models(own.engine).beginWhatIsOfBefore();
        assertThat(own.running("clocks-of-before"))
                .as("goes on, and no second one")
                .isEqualTo(1);
        own.pass(Duration.ofSeconds(3));
        own.pass(Duration.ofSeconds(3));
        assertThat(own.asked).containsExactly("beginClocks", "beginClocks", "beginClocks");
        assertThat(own.running("clocks-of-before")).isZero();
        own.pass(Duration.ofMinutes(5));
        assertThat(own.asked).hasSize(3);
        new Models(own.engine).beginWhatIsOfBefore();
        own.pass(Duration.ofSeconds(1));
        assertThat(own.asked).as("the next start looks once").hasSize(4);
        assertThat(own.running("clocks-of-before")).isZero();
        own.engine.close();
    }

    private void complete(String step) {
        world.engine.getTaskService().complete(world.task(hearing, step).id());
    }

    private void set(int inDays, boolean missing) {
        world.hearings.set(of(inDays, missing));
    }

    private HearingSet of(int inDays, boolean missing) {
        Instant at = world.now().plus(DAY.multipliedBy(inDays));
        return new HearingSet(
                hearing,
                World.HARBOUR_LIGHT,
                World.CEDAR_HOUSE,
                at,
                at.minus(DAY.multipliedBy(21)),
                at.minus(DAY.multipliedBy(7)),
                at.minus(DAY.multipliedBy(2)),
                at.plus(DAY.multipliedBy(7)),
                missing);
    }
}
