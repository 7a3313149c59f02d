package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.healthcare.CareEvent.CareEnded;
import org.alongside.healthcare.CareEvent.CareSettled;
import org.alongside.healthcare.CareEvent.CareUrgent;
import org.alongside.healthcare.HealthWindows.HealthWindow;
import org.alongside.livelihood.LivingEvent.Answered;
import org.alongside.livelihood.LivingEvent.NotAsked;
import org.alongside.livelihood.LivingEvent.ToBeAsked;
import org.alongside.shared.HandoverId;
import org.alongside.shared.QuestionId;
import org.alongside.shared.Refusal;
import org.alongside.shared.UrgentCareId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that care which cannot wait can take, and the questions after her work. */
class CareWayTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final UrgentCareId care = UrgentCareId.random();
    private final QuestionId first = QuestionId.random();
    private final QuestionId second = QuestionId.random();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void care_within_its_hours() {
        urgent();
        assertThat(world.waiting(care.value())).containsExactly("get-care");
        assertThat(world.task(care.value(), "get-care").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.care.settled(new CareSettled(care));
        assertThat(world.ended(care.value())).isTrue();
        assertThatThrownBy(() -> world.care.settled(new CareSettled(care))).isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_after_four_hours_the_supervisor_is_asked_and_it_still_waits_when_it_is_too_late() {
        urgent();
        world.pass(HOUR.multipliedBy(4).plusSeconds(1));
        assertThat(world.waiting(care.value())).containsExactly("care-overdue", "get-care");
        assertThat(world.task(care.value(), "care-overdue").offeredTo())
                .isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.pass(DAY.multipliedBy(4));
        assertThat(world.waiting(care.value())).as("no clock ends it").containsExactly("care-overdue", "get-care");
        world.care.settled(new CareSettled(care));
        assertThat(world.ended(care.value())).isTrue();
    }

    @Test
    void what_the_supervisor_looked_at_still_waits_for_care() {
        urgent();
        world.pass(HOUR.multipliedBy(5));
        world.engine
                .getTaskService()
                .complete(world.task(care.value(), "care-overdue").id());
        assertThat(world.waiting(care.value())).containsExactly("get-care");
    }

    @Test
    void with_the_file_it_ends() {
        urgent();
        world.care.ended(new CareEnded(List.of(care)));
        assertThat(world.ended(care.value())).isTrue();
    }

    @Test
    void with_the_lead_goes_who_is_asked() {
        urgent();
        handedOver(care.value());
        assertThat(world.task(care.value(), "get-care").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "CW"));
        world.pass(HOUR.multipliedBy(5));
        assertThat(world.task(care.value(), "care-overdue").offeredTo())
                .isEqualTo(World.groups(World.CEDAR_HOUSE, "SUP"));
    }

    @Test
    void the_hours_are_those_of_the_table() {
        assertThat(world.windows.of("PEP")).isEqualTo(new HealthWindow(HOUR.multipliedBy(4), HOUR.multipliedBy(72)));
        assertThat(world.windows.of("EC")).isEqualTo(new HealthWindow(HOUR.multipliedBy(12), HOUR.multipliedBy(120)));
    }

    @Test
    void half_a_year_asks_twice_and_no_more() {
        asked();
        assertThat(world.waiting(first.value())).isEmpty();
        world.pass(DAY.multipliedBy(91));
        assertThat(world.waiting(first.value())).containsExactly("ask");
        assertThat(world.waiting(second.value())).isEmpty();
        assertThat(world.task(first.value(), "ask").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.living.answered(new Answered(first));
        assertThat(world.ended(first.value())).isTrue();
        world.pass(DAY.multipliedBy(91));
        assertThat(world.waiting(second.value())).containsExactly("ask");
        world.living.answered(new Answered(second));
        world.pass(DAY.multipliedBy(365));
        assertThat(world.waiting(first.value())).isEmpty();
        assertThat(world.waiting(second.value())).isEmpty();
    }

    @Test
    void whom_nobody_asked_in_time_the_supervisor_sees_to() {
        asked();
        world.pass(DAY.multipliedBy(91 + 15));
        assertThat(world.waiting(first.value())).containsExactly("ask", "ask-overdue");
        assertThat(world.task(first.value(), "ask-overdue").offeredTo())
                .isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.engine
                .getTaskService()
                .complete(world.task(first.value(), "ask-overdue").id());
        assertThat(world.waiting(first.value())).containsExactly("ask");
        world.living.answered(new Answered(first));
        assertThat(world.ended(first.value())).isTrue();
    }

    @Test
    void answered_just_before_the_clock_rang_it_is_not_asked() {
        asked();
        world.living.answered(new Answered(first));
        assertThat(world.ended(first.value())).isTrue();
    }

    @Test
    void after_what_is_over_nobody_asks() {
        asked();
        world.living.notAsked(new NotAsked(List.of(first, second)));
        assertThat(world.ended(first.value())).isTrue();
        assertThat(world.ended(second.value())).isTrue();
    }

    @Test
    void with_the_lead_goes_who_asks_later() {
        asked();
        handedOver(first.value());
        world.pass(DAY.multipliedBy(91));
        assertThat(world.task(first.value(), "ask").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "CW"));
    }

    private void urgent() {
        world.care.urgent(new CareUrgent(
                care,
                World.HARBOUR_LIGHT,
                world.now().plus(HOUR.multipliedBy(4)),
                world.now().plus(HOUR.multipliedBy(70))));
    }

    private void asked() {
        world.living.toBeAsked(asking(first, 90));
        world.living.toBeAsked(asking(second, 181));
    }

    private ToBeAsked asking(QuestionId id, int days) {
        return new ToBeAsked(
                id,
                World.HARBOUR_LIGHT,
                world.now().plus(DAY.multipliedBy(days)),
                world.now().plus(DAY.multipliedBy(days + 14)));
    }

    private void handedOver(UUID subject) {
        HandoverId offer = HandoverId.random();
        HandoverMoves handovers = new HandoverMoves(world.engine, world.offered::add);
        handovers.proposed(new HandoverProposed(
                offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, world.now().plusSeconds(60)));
        handovers.offered(new HandoverOffered(
                offer, world.now().plusSeconds(60), world.now().plusSeconds(120)));
        handovers.handedOver(new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, Set.of(subject)));
    }
}
