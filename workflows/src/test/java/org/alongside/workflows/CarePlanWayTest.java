package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.careplan.PlanEvent.ApprovalAsked;
import org.alongside.careplan.PlanEvent.PlanApproved;
import org.alongside.careplan.PlanEvent.PlanBegun;
import org.alongside.careplan.PlanEvent.PlanEnded;
import org.alongside.careplan.PlanEvent.PlanReviewed;
import org.alongside.careplan.PlanEvent.PlanSentBack;
import org.alongside.careplan.PlanEvent.ReviewSet;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.StaffTable;
import org.alongside.worklist.TaskGroup;
import org.alongside.worklist.TaskOffered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way of a care plan: looked at in time, early, too late; approved, sent back, left lying; ended with its case. */
class CarePlanWayTest {
    private final UUID plan = UUID.randomUUID();
    private World world;
    private CarePlanMoves moves;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        moves = new CarePlanMoves(world.engine);
        moves.begun(new PlanBegun(plan, World.HARBOUR_LIGHT));
        set(23, 30);
    }

    @Test
    void the_lead_is_asked_when_it_is_time_and_each_review_begins_the_time_anew() {
        world.pass(Duration.ofDays(22));
        assertThat(world.waiting(plan)).isEmpty();
        world.pass(Duration.ofDays(2));
        assertThat(world.waiting(plan)).containsExactly("review");
        assertThat(world.task(plan, "review").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        assertThat(world.task(plan, "review").dueAt()).isPresent();
        reviewed(23, 30);
        assertThat(world.waiting(plan)).isEmpty();
        world.pass(Duration.ofDays(24));
        assertThat(world.waiting(plan)).containsExactly("review");
    }

    @Test
    void looked_at_early_nobody_is_asked_at_the_old_time() {
        world.pass(Duration.ofDays(10));
        reviewed(23, 30);
        world.pass(Duration.ofDays(20));
        assertThat(world.waiting(plan)).isEmpty();
        world.pass(Duration.ofDays(4));
        assertThat(world.waiting(plan)).containsExactly("review");
    }

    @Test
    void what_is_late_a_supervisor_sees_to_until_it_is_reviewed() {
        world.pass(Duration.ofDays(31));
        assertThat(world.waiting(plan)).containsExactly("review", "review-overdue");
        assertThat(world.task(plan, "review-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        reviewed(23, 30);
        assertThat(world.waiting(plan)).as("the supervisor is asked no more").isEmpty();
        assertThat(world.ended(plan)).isFalse();
    }

    @Test
    void a_supervisor_approves_and_nothing_waits() {
        asked();
        assertThat(world.waiting(plan)).containsExactly("approve");
        assertThat(world.task(plan, "approve").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        moves.approved(new PlanApproved(plan));
        assertThat(world.waiting(plan)).isEmpty();
        assertThatThrownBy(() -> moves.approved(new PlanApproved(plan)))
                .as("a second one is told that it changed")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_nobody_decides_the_lead_finds_somebody_for() {
        asked();
        world.pass(Duration.ofDays(8));
        assertThat(world.waiting(plan)).containsExactly("approval-overdue", "approve");
        assertThat(world.task(plan, "approval-overdue").offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        moves.approved(new PlanApproved(plan));
        assertThat(world.waiting(plan)).isEmpty();
    }

    @Test
    void what_is_sent_back_waits_for_the_lead_until_it_is_asked_for_again() {
        asked();
        moves.sentBack(new PlanSentBack(plan, in(7)));
        assertThat(world.waiting(plan)).containsExactly("change-plan");
        assertThat(world.task(plan, "change-plan").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        asked();
        assertThat(world.waiting(plan)).containsExactly("approve");
    }

    @Test
    void what_is_sent_back_and_not_changed_in_time_comes_to_a_supervisor_until_it_is_asked_for_again() {
        asked();
        moves.sentBack(new PlanSentBack(plan, in(7)));
        world.pass(Duration.ofDays(8));
        assertThat(world.waiting(plan)).containsExactly("change-overdue", "change-plan");
        assertThat(world.task(plan, "change-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        asked();
        assertThat(world.waiting(plan)).containsExactly("approve");
    }

    @Test
    void with_the_case_it_ends_whatever_waits() {
        asked();
        world.pass(Duration.ofDays(31));
        assertThat(world.waiting(plan)).hasSizeGreaterThan(2);
        moves.ended(new PlanEnded(plan));
        assertThat(world.waiting(plan)).isEmpty();
        assertThat(world.ended(plan)).isTrue();
        world.pass(Duration.ofDays(100));
        assertThat(world.waiting(plan)).isEmpty();
    }

    @Test
    void with_the_lead_goes_what_is_asked_now_and_later() {
        asked();
        List<TaskOffered> told = new ArrayList<>();
        HandoverMoves handovers = new HandoverMoves(world.engine, told::add);
        HandoverId offer = HandoverId.random();
        handovers.proposed(new HandoverProposed(offer, World.HARBOUR_LIGHT, World.COORDINATION, in(3)));
        handovers.offered(new HandoverOffered(offer, in(3), in(7)));
        handovers.handedOver(new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.COORDINATION, Set.of(plan)));
        assertThat(world.task(plan, "approve").offeredTo()).containsExactly(new TaskGroup(World.COORDINATION, "SUP"));
        world.pass(Duration.ofDays(24));
        assertThat(world.task(plan, "review").offeredTo()).containsExactly(new TaskGroup(World.COORDINATION, "CW"));
    }

    /** Code list risk_level, review_every and plan_within; DL29: a child at least every three months. */
    @Test
    void on_the_first_day_the_times_are_those_of_the_code_list() {
        ReviewTable table = new ReviewTable(world.engine);
        assertThat(table.of("IMMEDIATE", false).reviewWithin()).isEqualTo(Duration.ofDays(7));
        assertThat(table.of("HIGH", false).reviewWithin()).isEqualTo(Duration.ofDays(30));
        assertThat(table.of("MEDIUM", false).reviewWithin()).isEqualTo(Duration.ofDays(60));
        assertThat(table.of("LOW", false).reviewWithin()).isEqualTo(Duration.ofDays(90));
        assertThat(table.of("LOW", true).reviewWithin()).isLessThanOrEqualTo(Duration.ofDays(90));
        assertThat(table.of("HIGH", true).approveWithin()).isEqualTo(Duration.ofDays(7));
        assertThat(table.of("SOMETHING", false)).isEqualTo(table.of("HIGH", false));
    }

    @Test
    void staff_change_the_table_and_a_childs_row_holds_where_it_is_shorter() {
        var table = world.tables.read(StaffTable.PLAN_REVIEWS);
        ReviewTable times = new ReviewTable(world.engine);
        var rows = table.rows().stream()
                .map(row -> row.when().equals("CHILD") ? new DecisionRow("CHILD", List.of("P10D", "P14D", "P2D")) : row)
                .toList();
        var published = world.publish(StaffTable.PLAN_REVIEWS, table.version(), rows);
        assertThat(times.of("LOW", true).reviewWithin()).isEqualTo(Duration.ofDays(14));
        assertThat(times.of("IMMEDIATE", true).reviewWithin()).isEqualTo(Duration.ofDays(7));
        assertThat(times.of("LOW", false).reviewWithin()).isEqualTo(Duration.ofDays(90));
        var late = table.rows().stream()
                .map(row -> new DecisionRow(row.when(), List.of("P30D", "P30D", "P2D")))
                .toList();
        assertThatThrownBy(() -> world.publish(StaffTable.PLAN_REVIEWS, published.version(), late))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .allMatch(reason -> reason.code().equals("asked-after-review-due")));
        world.publish(StaffTable.PLAN_REVIEWS, published.version(), table.rows());
    }

    private void asked() {
        moves.approvalAsked(new ApprovalAsked(plan, in(7)));
    }

    private void reviewed(int ask, int by) {
        moves.reviewed(new PlanReviewed(plan));
        set(ask, by);
    }

    private void set(int ask, int by) {
        moves.reviewSet(new ReviewSet(plan, in(ask), in(by)));
    }

    private Instant in(int days) {
        return world.now().plus(Duration.ofDays(days));
    }
}
