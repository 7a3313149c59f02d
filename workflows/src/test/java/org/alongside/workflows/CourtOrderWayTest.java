package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.courtorder.CourtOrderEvent.ObjectionOver;
import org.alongside.courtorder.CourtOrderEvent.OrderAnswered;
import org.alongside.courtorder.CourtOrderEvent.OrderChecked;
import org.alongside.courtorder.CourtOrderEvent.OrderLawyerFound;
import org.alongside.courtorder.CourtOrderEvent.OrderReceived;
import org.alongside.courtorder.CourtOrderEvent.OrdersEnded;
import org.alongside.courtorder.OrderTimes.Times;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that a court order can take. */
class CourtOrderWayTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final CourtOrderId order = CourtOrderId.random();
    private final UUID id = order.value();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void her_lawyer_checks_it_and_who_leads_answers_it_with_the_least() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        receive();
        assertThat(world.waiting(id)).containsExactly("check");
        assertThat(world.task(id, "check").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "LAW"));
        check(false);
        assertThat(world.waiting(id)).containsExactly("answer");
        assertThat(world.task(id, "answer").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.pass(DAY.multipliedBy(7).plusSeconds(1));
        assertThat(world.waiting(id)).containsExactly("answer", "answer-overdue");
        answer();
        assertThat(world.reached(id, "answered")).as("the end that is drawn").isEqualTo(1);
    }

    @Test
    void without_a_lawyer_who_leads_and_their_data_protection_find_one_and_the_supervisor_is_asked_when_nobody_did() {
        world.protectors = List.of(World.CEDAR_HOUSE);
        receive();
        assertThat(world.waiting(id)).containsExactly("find-lawyer");
        assertThat(world.task(id, "find-lawyer").offeredTo())
                .as("data protection of who leads, or of the authority where they have none")
                .extracting(group -> group.organisation() + " " + group.role())
                .containsExactlyInAnyOrder(World.HARBOUR_LIGHT + " CW", World.CEDAR_HOUSE + " DPO");
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        assertThat(world.waiting(id)).containsExactly("find-lawyer", "finding-overdue");
        complete("finding-overdue");
        assertThat(world.waiting(id)).containsExactly("find-lawyer");
        world.lawyers = List.of(World.CEDAR_HOUSE);
        world.orders.found(new OrderLawyerFound(order));
        world.workOff();
        assertThat(world.waiting(id)).as("its time is over already").containsExactly("check", "check-overdue");
        end();
    }

    @Test
    void a_lawyer_who_is_found_late_takes_the_supervisors_task_away() {
        receive();
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        world.lawyers = List.of(World.CEDAR_HOUSE);
        world.orders.found(new OrderLawyerFound(order));
        world.workOff();
        assertThat(world.waiting(id)).contains("check").doesNotContain("finding-overdue", "find-lawyer");
    }

    @Test
    void what_nobody_checked_in_time_is_the_supervisors_too() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        receive();
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        assertThat(world.waiting(id)).containsExactly("check", "check-overdue");
        assertThat(world.task(id, "check-overdue").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        complete("check-overdue");
        assertThat(world.waiting(id)).containsExactly("check");
        check(false);
        assertThat(world.waiting(id)).containsExactly("answer");
    }

    @Test
    void an_objection_waits_for_the_court_with_a_clock_before_the_last_day_and_is_answered_where_it_fails() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        receive();
        check(true);
        assertThat(world.waiting(id)).containsExactly("object");
        assertThat(world.task(id, "object").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "LAW"));
        world.pass(DAY.multipliedBy(7).plusSeconds(1));
        assertThat(world.waiting(id)).containsExactly("object", "objection-overdue");
        complete("objection-overdue");
        assertThat(world.waiting(id)).containsExactly("object");
        world.orders.over(new ObjectionOver(order));
        assertThat(world.waiting(id)).contains("answer").doesNotContain("object");
        assertThatThrownBy(() -> world.orders.over(new ObjectionOver(order))).isInstanceOf(Refusal.class);
        end();
    }

    @Test
    void an_objection_that_is_upheld_and_an_order_that_is_taken_back_end_it() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        receive();
        check(true);
        end();
    }

    @Test
    void before_its_last_day_the_supervisor_is_asked_why_it_is_not_answered() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        receive();
        check(false);
        world.pass(DAY.multipliedBy(7).plusSeconds(1));
        assertThat(world.waiting(id)).containsExactly("answer", "answer-overdue");
        assertThat(world.task(id, "answer-overdue").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        complete("answer-overdue");
        assertThat(world.waiting(id)).as("no clock answers a court").containsExactly("answer");
        end();
    }

    @Test
    void a_lawyer_who_was_faster_than_the_process_has_checked_it() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        began();
        world.orders.checked(new OrderChecked(order, true));
        world.workOff();
        assertThat(world.waiting(id)).containsExactly("object");
    }

    @Test
    void where_the_lawyer_is_lost_before_it_was_checked_another_one_is_found() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        receive();
        assertThat(world.waiting(id)).containsExactly("check");
        world.lawyers = List.of();
        end();
        receive();
        assertThat(world.waiting(id)).containsExactly("find-lawyer");
        end();
    }

    @Test
    void what_a_lawyer_checked_for_whom_nobody_waited_any_more_goes_on_and_is_not_asked_again() {
        receive();
        assertThat(world.waiting(id)).containsExactly("find-lawyer");
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        world.lawyers = List.of(World.CEDAR_HOUSE);
        world.orders.checked(new OrderChecked(order, false));
        world.workOff();
        assertThat(world.waiting(id)).containsExactly("answer");
        answer();
    }

    @Test
    void what_was_checked_before_the_process_looked_for_the_lawyer_who_was_found_is_not_asked_again() {
        receive();
        world.lawyers = List.of(World.CEDAR_HOUSE);
        world.orders.found(new OrderLawyerFound(order));
        world.orders.checked(new OrderChecked(order, true));
        world.workOff();
        assertThat(world.waiting(id)).containsExactly("object");
        assertThat(world.task(id, "object").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "LAW"));
        end();
    }

    @Test
    void what_is_answered_before_the_process_saw_that_it_was_checked_is_over() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        began();
        world.orders.checked(new OrderChecked(order, false));
        answer();
        world.workOff();
        assertThat(world.waiting(id)).isEmpty();
    }

    @Test
    void its_times_are_those_of_the_table() {
        assertThat(world.orderTimes.of("SUBPOENA")).isEqualTo(new Times(DAY.multipliedBy(3), DAY.multipliedBy(3)));
        assertThat(world.orderTimes.of("SEARCH_ORDER")).isEqualTo(new Times(Duration.ofHours(4), DAY));
    }

    private void receive() {
        began();
        world.workOff();
    }

    private void began() {
        world.orders.received(new OrderReceived(
                order,
                World.HARBOUR_LIGHT,
                world.now().plus(DAY.multipliedBy(3)),
                world.now().plus(DAY.multipliedBy(7)),
                world.now().plus(DAY.multipliedBy(10))));
    }

    private void check(boolean objects) {
        world.orders.checked(new OrderChecked(order, objects));
    }

    private void complete(String step) {
        world.engine.getTaskService().complete(world.task(id, step).id());
    }

    private void answer() {
        world.orders.answered(new OrderAnswered(order));
        assertThat(world.ended(id)).isTrue();
    }

    private void end() {
        world.orders.ended(new OrdersEnded(List.of(order)));
        assertThat(world.ended(id)).isTrue();
    }
}
