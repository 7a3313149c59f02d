package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.alongside.attestation.AttestationEvent.AttestationAsked;
import org.alongside.attestation.AttestationEvent.AttestationSettled;
import org.alongside.shared.AttestationId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.TaskGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows a withdrawal at who had got something. */
class AttestationWayTest {
    private final AttestationId id = AttestationId.random();
    private World world;
    private AttestationMoves moves;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        moves = new AttestationMoves(world.engine, World.partners());
        moves.asked(new AttestationAsked(
                id,
                World.HARBOUR_LIGHT,
                World.CEDAR_HOUSE,
                Set.of("SHELTER", "PSYCHOSOCIAL"),
                world.now().plus(Duration.ofDays(7))));
    }

    @Test
    void those_who_gave_the_services_and_who_supervise_are_asked_and_who_attests_in_time_is_asked_no_more() {
        EngineTask attest = world.task(id.value(), "attest");
        assertThat(attest.offeredTo())
                .extracting(TaskGroup::toString)
                .containsExactlyInAnyOrderElementsOf(
                        World.groups(World.CEDAR_HOUSE, "SHS", "SHM", "COU", "SUP").stream()
                                .map(TaskGroup::toString)
                                .toList());
        assertThat(attest.dueAt()).isPresent();
        moves.settled(new AttestationSettled(id));
        world.pass(Duration.ofDays(8));
        assertThat(world.ended(id.value())).isTrue();
        assertThat(world.asked).doesNotContain("escalate-attestation");
    }

    @Test
    void who_is_late_is_asked_again_by_the_lead_and_can_still_attest() {
        world.pass(Duration.ofDays(6));
        assertThat(world.waiting(id.value())).containsExactly("attest");
        world.pass(Duration.ofDays(1).plusMinutes(1));
        assertThat(world.asked).containsOnlyOnce("escalate-attestation");
        assertThat(world.waiting(id.value())).containsExactly("ask-again", "attest");
        assertThat(world.task(id.value(), "ask-again").offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        moves.settled(new AttestationSettled(id));
        assertThat(world.waiting(id.value())).isEmpty();
        assertThat(world.ended(id.value())).isTrue();
    }

    @Test
    void what_is_settled_is_not_settled_twice() {
        moves.settled(new AttestationSettled(id));
        assertThatThrownBy(() -> moves.settled(new AttestationSettled(id))).isInstanceOf(Refusal.class);
    }
}
