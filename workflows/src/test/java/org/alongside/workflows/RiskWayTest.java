package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.safety.RiskLevel;
import org.alongside.safety.SafetyEvent.HerReached;
import org.alongside.safety.SafetyEvent.RiskReviewEnded;
import org.alongside.safety.SafetyEvent.RiskToReview;
import org.alongside.shared.AssessmentId;
import org.alongside.shared.HandoverId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way of the process of risk: assessed again in time or late, reached or not, closed and handed over. */
class RiskWayTest {
    private final AssessmentId first = AssessmentId.random();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void the_caseworker_is_asked_before_the_day_and_the_supervisor_on_it_until_she_is_assessed_again() {
        assessed(first, Optional.empty(), false);
        assertThat(world.waiting(id())).as("at a lower level nobody is hurried").isEmpty();
        world.pass(Duration.ofDays(23));
        assertThat(world.waiting(id())).containsExactly("assess-again");
        assertThat(world.task(id(), "assess-again").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.pass(Duration.ofDays(8));
        assertThat(world.waiting(id())).containsExactly("assess-again", "assess-overdue");
        assertThat(world.task(id(), "assess-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        AssessmentId second = AssessmentId.random();
        assessed(second, Optional.of(first), false);
        assertThat(world.ended(id())).isTrue();
        assertThat(world.waiting(id())).isEmpty();
        world.pass(Duration.ofDays(23));
        assertThat(world.waiting(second.value())).containsExactly("assess-again");
    }

    @Test
    void assessed_before_anybody_was_asked_the_time_begins_anew() {
        assessed(first, Optional.empty(), true);
        AssessmentId second = AssessmentId.random();
        assessed(second, Optional.of(first), false);
        assertThat(world.ended(id())).isTrue();
        world.pass(Duration.ofDays(40));
        assertThat(world.waiting(id())).isEmpty();
        assertThat(world.waiting(second.value())).contains("assess-again");
    }

    @Test
    void at_high_risk_somebody_reaches_her_within_a_day_or_the_supervisor_sees_to_it() {
        assessed(first, Optional.empty(), true);
        assertThat(world.waiting(id())).containsExactly("reach-her");
        assertThat(world.task(id(), "reach-her").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.pass(Duration.ofHours(19));
        assertThat(world.task(id(), "reach-her").reminded()).isTrue();
        world.pass(Duration.ofHours(6));
        assertThat(world.waiting(id())).containsExactly("reach-her", "reach-overdue");
        assertThat(world.task(id(), "reach-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.risks.reached(new HerReached(first));
        assertThat(world.waiting(id())).as("the next assessment still comes").isEmpty();
        world.risks.reached(new HerReached(first));
        world.pass(Duration.ofDays(23));
        assertThat(world.waiting(id())).containsExactly("assess-again");
    }

    @Test
    void what_a_supervisor_looked_at_is_off_their_desk_and_still_waits() {
        assessed(first, Optional.empty(), true);
        world.pass(Duration.ofDays(31));
        for (String looked : Set.of("reach-overdue", "assess-overdue")) {
            world.engine.getTaskService().complete(world.task(id(), looked).id());
        }
        assertThat(world.waiting(id())).containsExactly("assess-again", "reach-her");
    }

    @Test
    void another_level_sets_its_times_anew() {
        assessed(first, Optional.empty(), true);
        assessed(first, Optional.of(first), false);
        assertThat(world.waiting(id())).as("no longer high").isEmpty();
        world.pass(Duration.ofDays(23));
        assertThat(world.waiting(id())).containsExactly("assess-again");
    }

    @Test
    void with_the_file_it_ends_whatever_waits() {
        assessed(first, Optional.empty(), true);
        world.pass(Duration.ofDays(31));
        assertThat(world.waiting(id())).hasSize(4);
        world.risks.ended(new RiskReviewEnded(first));
        assertThat(world.ended(id())).isTrue();
        world.risks.ended(new RiskReviewEnded(first));
    }

    @Test
    void with_the_lead_goes_what_is_asked_now_and_later() {
        assessed(first, Optional.empty(), true);
        HandoverId offer = HandoverId.random();
        HandoverMoves handovers = new HandoverMoves(world.engine, world.offered::add);
        handovers.proposed(new HandoverProposed(
                offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, world.now().plusSeconds(60)));
        handovers.offered(new HandoverOffered(
                offer, world.now().plusSeconds(60), world.now().plusSeconds(120)));
        handovers.handedOver(new LeadHandedOver(offer, World.HARBOUR_LIGHT, World.CEDAR_HOUSE, Set.of(first.value())));
        assertThat(world.task(id(), "reach-her").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "CW"));
        world.pass(Duration.ofDays(31));
        assertThat(world.task(id(), "assess-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "SUP"));
    }

    /** DL26: at high risk within 24 hours; who is in danger now is not to wait longer. */
    @ParameterizedTest
    @EnumSource(
            value = RiskLevel.class,
            names = {"HIGH", "IMMEDIATE"})
    void on_the_first_day_she_is_reached_within(RiskLevel level) {
        assertThat(world.safetyTables.contactWithin(level)).isEqualTo(Duration.ofHours(24));
    }

    private void assessed(AssessmentId made, Optional<AssessmentId> over, boolean high) {
        world.risks.toReview(new RiskToReview(
                made,
                over,
                World.HARBOUR_LIGHT,
                world.now().plus(Duration.ofHours(540)),
                world.now().plus(Duration.ofDays(30)),
                high ? Optional.of(world.now().plus(Duration.ofHours(24))) : Optional.empty()));
    }

    private UUID id() {
        return first.value();
    }
}
