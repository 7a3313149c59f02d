package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.closing.ClosingEvent.ClosingProposed;
import org.alongside.handover.HandoverEvent.HandoverDeclined;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.HandoverSentBack;
import org.alongside.handover.HandoverEvent.HandoverSettled;
import org.alongside.handover.HandoverEvent.HandoverWithdrawn;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.shared.CaseId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.TaskGroup;
import org.alongside.worklist.TaskOffered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that an offer of the lead can take. */
class HandoverWayTest {
    private static final OrganisationId LEAD = World.HARBOUR_LIGHT;
    private static final OrganisationId OTHER = World.COORDINATION;

    private final HandoverId offer = HandoverId.random();
    private final List<TaskOffered> told = new ArrayList<>();
    private World world;
    private HandoverMoves moves;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        moves = new HandoverMoves(world.engine, told::add);
    }

    @Test
    void a_supervisor_lets_it_go_out_and_the_other_house_is_asked_by_a_clock() {
        propose();
        assertThat(world.waiting(offer.value())).containsExactly("approve");
        assertThat(world.task(offer.value(), "approve").offeredTo()).containsExactly(new TaskGroup(LEAD, "SUP"));
        letOut();
        assertThat(world.waiting(offer.value())).containsExactly("answer");
        assertThat(world.task(offer.value(), "answer").offeredTo()).containsExactly(new TaskGroup(OTHER, "SUP"));
        assertThat(world.task(offer.value(), "answer").dueAt()).isPresent();
    }

    @Test
    void what_is_sent_back_waits_for_the_lead_until_it_goes_on() {
        propose();
        moves.sentBack(new HandoverSentBack(offer, in(3)));
        assertThat(world.waiting(offer.value())).containsExactly("settle");
        assertThat(world.task(offer.value(), "settle").offeredTo())
                .containsExactlyInAnyOrder(new TaskGroup(LEAD, "CW"), new TaskGroup(LEAD, "SUP"));
        moves.settled(new HandoverSettled(offer));
        assertThat(world.ended(offer.value())).isTrue();
    }

    @Test
    void without_an_answer_the_leads_supervisor_looks_and_then_it_runs_out_and_comes_back() {
        propose();
        letOut();
        world.pass(Duration.ofDays(3).plusMinutes(1));
        assertThat(world.waiting(offer.value())).containsExactly("answer", "look");
        assertThat(world.task(offer.value(), "look").offeredTo()).containsExactly(new TaskGroup(LEAD, "SUP"));
        world.pass(Duration.ofDays(4));
        assertThat(world.asked).containsOnlyOnce("expireHandover");
        assertThat(world.waiting(offer.value())).containsExactly("settle");
        assertThat(world.task(offer.value(), "settle").dueAt()).isPresent();
    }

    @Test
    void a_decline_comes_back_and_nothing_else_waits() {
        propose();
        letOut();
        world.pass(Duration.ofDays(3).plusMinutes(1));
        moves.declined(new HandoverDeclined(offer, in(3)));
        assertThat(world.waiting(offer.value())).containsExactly("settle");
    }

    @Test
    void what_is_taken_back_is_asked_of_nobody() {
        propose();
        letOut();
        moves.withdrawn(new HandoverWithdrawn(offer));
        assertThat(world.waiting(offer.value())).isEmpty();
        assertThat(world.ended(offer.value())).isTrue();
    }

    @Test
    void of_two_who_answer_the_second_is_told_that_it_changed() {
        propose();
        letOut();
        moves.declined(new HandoverDeclined(offer, in(3)));
        assertThatThrownBy(() -> moves.handedOver(new LeadHandedOver(offer, LEAD, OTHER, Set.of())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void with_the_lead_its_tasks_move_taken_or_not_and_those_that_come_later() {
        CaseId caseId = CaseId.random();
        world.cases.opened(new CaseOpened(caseId, LEAD, true, false, world.now()));
        world.workOff();
        UUID subject = caseId.value();
        var task = world.task(subject, "notify-child-authority");
        world.tasks.claim(task.id(), WorkerId.random());
        propose();
        letOut();
        moves.handedOver(new LeadHandedOver(offer, LEAD, OTHER, Set.of(subject)));
        assertThat(world.ended(offer.value())).isTrue();
        assertThat(world.task(subject, "notify-child-authority")).satisfies(moved -> {
            assertThat(moved.offeredTo())
                    .containsExactlyInAnyOrder(new TaskGroup(OTHER, "CW"), new TaskGroup(OTHER, "SUP"));
            assertThat(moved.claimedBy()).isEmpty();
        });
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("case.notify-child-authority");
            assertThat(one.groups())
                    .allSatisfy(group -> assertThat(group.organisation()).isEqualTo(OTHER));
        });
        world.closings.proposed(new ClosingProposed(caseId, in(3)));
        assertThat(world.task(subject, "approve").offeredTo()).containsExactly(new TaskGroup(OTHER, "SUP"));
    }

    private void propose() {
        moves.proposed(new HandoverProposed(offer, LEAD, OTHER, in(3)));
    }

    private void letOut() {
        moves.offered(new HandoverOffered(offer, in(3), in(7)));
    }

    private Instant in(int days) {
        return world.now().plus(Duration.ofDays(days));
    }
}
