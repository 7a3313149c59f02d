package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.outcome.MeasureEvent.MeasureAsked;
import org.alongside.outcome.MeasureEvent.MeasureEnded;
import org.alongside.outcome.MeasureEvent.MeasureSettled;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.StaffTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way of the process that asks who leads to measure how she is, and that it is looked for every hour. */
class MeasureWayTest {
    private static final Duration DAY = Duration.ofDays(1);

    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.workOff();
        world.offered.clear();
    }

    @Test
    void the_table_of_the_product_asks_at_entry_and_each_quarter_and_staff_change_it() {
        assertThat(world.measureTimes.of("ENTRY").askAfter()).isEqualTo(DAY.multipliedBy(14));
        assertThat(world.measureTimes.of("QUARTER").askAfter()).isEqualTo(DAY.multipliedBy(91));
        World own = new World(EngineDatabase.create("measures"));
        List<DecisionRow> rows =
                new ArrayList<>(own.tables.read(StaffTable.MEASURE_TIMES).rows());
        rows.set(1, new DecisionRow("QUARTER", List.of("P180D", "P30D")));
        own.publish(StaffTable.MEASURE_TIMES, 1, rows);
        assertThat(own.measureTimes.of("QUARTER").askAfter()).isEqualTo(DAY.multipliedBy(180));
        rows.set(1, new DecisionRow("QUARTER", List.of("P731D", "P30D")));
        assertThatThrownBy(() -> own.publish(StaffTable.MEASURE_TIMES, 2, rows))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("longer-than-days");
        own.engine.close();
    }

    @Test
    void who_leads_is_asked_at_once_whoever_supervises_them_when_it_is_over_and_no_clock_ends_it() {
        UUID ask = asked();
        assertThat(world.waiting(ask)).containsExactly("put-to-her");
        assertThat(world.task(ask, "put-to-her").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        assertThat(world.task(ask, "put-to-her").dueAt()).isPresent();
        world.pass(DAY.multipliedBy(15));
        assertThat(world.task(ask, "put-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.pass(DAY.multipliedBy(400));
        assertThat(world.waiting(ask)).containsExactly("put-overdue", "put-to-her");
        assertThat(world.offered.stream().filter(one -> one.subject().equals(ask)))
                .as("each asked once")
                .hasSize(2);
    }

    @Test
    void a_sum_that_is_heard_or_her_no_settles_it_once() {
        UUID ask = asked();
        world.pass(DAY.multipliedBy(15));
        world.measures.settled(new MeasureSettled(List.of(ask)));
        assertThat(world.ended(ask)).isTrue();
        assertThat(world.waiting(ask)).isEmpty();
        assertThatThrownBy(() -> world.measures.settled(new MeasureSettled(List.of(ask))))
                .as("the second of two who write it down")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void with_the_file_nobody_is_asked_any_more() {
        UUID ask = asked();
        world.measures.ended(new MeasureEnded(List.of(ask)));
        assertThat(world.ended(ask)).isTrue();
        world.measures.ended(new MeasureEnded(List.of(ask)));
    }

    @Test
    void with_the_lead_goes_what_is_asked() {
        UUID ask = asked();
        HandoverId offer = HandoverId.random();
        HandoverMoves handovers = new HandoverMoves(world.engine, world.offered::add);
        handovers.proposed(new HandoverProposed(
                offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, world.now().plusSeconds(60)));
        handovers.offered(new HandoverOffered(
                offer, world.now().plusSeconds(60), world.now().plusSeconds(120)));
        handovers.handedOver(new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, Set.of(ask)));
        assertThat(world.task(ask, "put-to-her").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "CW"));
        world.pass(DAY.multipliedBy(15));
        assertThat(world.task(ask, "put-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "SUP"));
    }

    @Test
    void it_is_looked_for_every_hour_whom_to_measure_and_for_whom_to_plan() {
        world.asked.clear();
        world.pass(Duration.ofMinutes(61));
        assertThat(world.asked).containsOnlyOnce("look-whom-to-measure").containsOnlyOnce("plan-for-before");
    }

    private UUID asked() {
        UUID ask = UUID.randomUUID();
        world.measures.asked(
                new MeasureAsked(ask, World.HARBOUR_LIGHT, world.now().plus(DAY.multipliedBy(14))));
        return ask;
    }
}
