package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.followup.FollowUpEvent.FollowUpPlanned;
import org.alongside.followup.FollowUpEvent.FollowUpsEnded;
import org.alongside.followup.FollowUpEvent.FollowUpsOver;
import org.alongside.followup.FollowUpEvent.FollowedUp;
import org.alongside.followup.FollowUpEvent.ReopeningOffered;
import org.alongside.followup.FollowUpTimes.FollowUpTime;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.Journeys.Step;
import org.alongside.worklist.StaffTable;
import org.alongside.worklist.TaskOffered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way of the process of follow-up over a year, and that each time rings once, also when the server was away at its hour. */
class FollowUpWayTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.workOff();
        world.offered.clear();
    }

    @Test
    void the_table_of_the_product_asks_after_three_six_and_twelve_months() {
        assertThat(world.followUpTimes.all())
                .extracting(FollowUpTime::point, one -> one.askAfter().toDays())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("M3", 91L),
                        org.assertj.core.groups.Tuple.tuple("M6", 182L),
                        org.assertj.core.groups.Tuple.tuple("M12", 365L));
    }

    @Test
    void what_staff_change_counts_from_the_next_closing_on_and_no_later_time_comes_before_an_earlier_one() {
        World own = new World(EngineDatabase.create("followups"));
        List<DecisionRow> rows =
                new ArrayList<>(own.tables.read(StaffTable.FOLLOW_UP_TIMES).rows());
        rows.set(0, new DecisionRow("M3", List.of("P60D", "P7D", "P1D")));
        own.publish(StaffTable.FOLLOW_UP_TIMES, 1, rows);
        assertThat(own.followUpTimes.of("M3").askAfter()).isEqualTo(Duration.ofDays(60));
        rows.set(2, new DecisionRow("M12", List.of("P30D", "P14D", "P2D")));
        assertThatThrownBy(() -> own.publish(StaffTable.FOLLOW_UP_TIMES, 2, rows))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("sooner-than-more-urgent");
        rows.set(2, new DecisionRow("M12", List.of("P731D", "P14D", "P2D")));
        assertThatThrownBy(() -> own.publish(StaffTable.FOLLOW_UP_TIMES, 2, rows))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("longer-than-days");
        own.engine.close();
    }

    @Test
    void a_year_moved_forward_asks_at_each_time_once_and_nobody_twice() {
        List<FollowUpId> all = planned(world);
        for (int days : new int[] {90, 2, 14, 75, 2, 14, 166, 2, 14, 21}) {
            world.pass(Duration.ofDays(days));
        }
        for (FollowUpId id : all) {
            assertThat(asked(world, id))
                    .as("asked once, and its supervisor once")
                    .containsEntry("follow-up.ask-her", 1)
                    .containsEntry("follow-up.asking-overdue", 1)
                    .hasSize(2);
            assertThat(world.waiting(id.value())).containsExactly("ask-her", "asking-overdue");
        }
        World.shared().pass(Duration.ofDays(731));
        all.forEach(
                id -> assertThat(world.ended(id.value())).as("no clock ends it").isFalse());
    }

    /** As when the server is killed: its engine ends without a word, the hour comes while nobody runs, and another one begins. */
    @Test
    void what_was_due_while_the_server_was_away_is_asked_once_when_it_is_back() {
        var database = EngineDatabase.create("killed");
        World before = new World(database);
        List<FollowUpId> all = planned(before);
        before.pass(Duration.ofDays(90));
        assertThat(before.waiting(all.get(0).value())).isEmpty();
        before.engine.close();
        World after = new World(database);
        after.pass(Duration.ofDays(2));
        assertThat(after.waiting(all.get(0).value())).containsExactly("ask-her");
        after.engine.close();
        World again = new World(database);
        again.workOff();
        assertThat(again.waiting(all.get(0).value()))
                .as("begun once more, nothing is asked a second time")
                .containsExactly("ask-her");
        again.pass(Duration.ofDays(280));
        for (FollowUpId id : all) {
            assertThat(again.waiting(id.value())).contains("ask-her").doesNotHaveDuplicates();
        }
        again.engine.close();
    }

    @Test
    void who_led_is_asked_at_the_time_and_whoever_supervises_them_when_it_is_over() {
        FollowUpId first = planned(world).get(0);
        world.pass(Duration.ofDays(90));
        assertThat(world.waiting(first.value())).isEmpty();
        world.pass(Duration.ofDays(2));
        assertThat(world.task(first.value(), "ask-her").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        assertThat(world.task(first.value(), "ask-her").dueAt()).isPresent();
        world.pass(Duration.ofDays(14));
        assertThat(world.task(first.value(), "asking-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.followUps.followedUp(new FollowedUp(first, Optional.empty()));
        assertThat(world.ended(first.value())).isTrue();
        assertThat(world.journeys.of(first.value()).orElseThrow().passed())
                .contains("asked")
                .doesNotContain("offer");
        assertThatThrownBy(() -> world.followUps.followedUp(new FollowedUp(first, Optional.empty())))
                .as("the second of two who write it down")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_worries_asks_to_offer_her_to_open_the_file_again() {
        FollowUpId first = planned(world).get(0);
        world.pass(Duration.ofDays(92));
        world.followUps.followedUp(new FollowedUp(first, Optional.of(world.now().plus(Duration.ofDays(2)))));
        assertThat(world.waiting(first.value())).containsExactly("offer");
        assertThat(world.task(first.value(), "offer").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.pass(Duration.ofDays(3));
        assertThat(world.task(first.value(), "offering-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.followUps.offered(new ReopeningOffered(first));
        assertThat(world.ended(first.value())).isTrue();
    }

    @Test
    void with_her_word_it_ends_whatever_waits_and_the_way_of_her_case_with_the_last() {
        CaseId caseId = CaseId.random();
        world.cases.opened(new CaseOpened(caseId, World.HARBOUR_LIGHT, false, false, world.now()));
        world.closings.closed(new CaseClosed(caseId, true));
        List<FollowUpId> all = planned(world);
        world.pass(Duration.ofDays(92));
        assertThat(world.journeys.of(caseId.value()).orElseThrow().here())
                .extracting(Step::id)
                .containsExactly("follow-up");
        world.followUps.ended(new FollowUpsEnded(all));
        all.forEach(id -> assertThat(world.ended(id.value())).isTrue());
        world.followUps.over(new FollowUpsOver(caseId));
        assertThat(world.ended(caseId.value())).isTrue();
        world.followUps.over(new FollowUpsOver(caseId));
        world.offered.clear();
        world.pass(Duration.ofDays(400));
        assertThat(world.offered).noneMatch(one -> one.kind().startsWith("follow-up."));
    }

    @Test
    void with_the_lead_goes_what_is_asked_now_and_later() {
        FollowUpId first = planned(world).get(0);
        HandoverId offer = HandoverId.random();
        HandoverMoves handovers = new HandoverMoves(world.engine, world.offered::add);
        handovers.proposed(new HandoverProposed(
                offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, world.now().plusSeconds(60)));
        handovers.offered(new HandoverOffered(
                offer, world.now().plusSeconds(60), world.now().plusSeconds(120)));
        handovers.handedOver(
                new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, java.util.Set.of(first.value())));
        world.pass(Duration.ofDays(106));
        assertThat(world.task(first.value(), "ask-her").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "CW"));
        assertThat(world.task(first.value(), "asking-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "SUP"));
    }

    /** As closing plans them from the table. */
    private static List<FollowUpId> planned(World world) {
        List<FollowUpId> all = new ArrayList<>();
        for (FollowUpTime time : world.followUpTimes.all()) {
            FollowUpId id = FollowUpId.random();
            var askAt = world.now().plus(time.askAfter());
            world.followUps.planned(new FollowUpPlanned(id, World.HARBOUR_LIGHT, askAt, askAt.plus(time.doneWithin())));
            all.add(id);
        }
        return all;
    }

    private static Map<String, Integer> asked(World world, FollowUpId id) {
        UUID subject = id.value();
        Map<String, Integer> often = new HashMap<>();
        world.offered.stream()
                .filter(one -> one.subject().equals(subject))
                .map(TaskOffered::kind)
                .forEach(kind -> often.merge(kind, 1, Integer::sum));
        return often;
    }
}
