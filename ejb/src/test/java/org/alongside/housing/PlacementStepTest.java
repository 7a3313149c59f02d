package org.alongside.housing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machine PLACEMENT: where each step leads from where, and from nowhere else. */
class PlacementStepTest {
    @ParameterizedTest
    @CsvSource({
        "REQUESTED,OFFER,OFFERED",
        "REQUESTED,DECLINE,DECLINED_BY_SHELTER",
        "OFFERED,DECLINE_FOR_HER,DECLINED_BY_SURVIVOR",
        "OFFERED,HOLD,RESERVED",
        "RESERVED,ARRIVE,ADMITTED",
        "RESERVED,RUN_OUT,REQUESTED",
        "ADMITTED,GO_AWAY,ABSENT_PLANNED",
        "ADMITTED,NOT_RETURN,ABSENT_UNPLANNED",
        "ABSENT_UNPLANNED,COME_BACK,ADMITTED",
        "ADMITTED,MOVE,MOVED",
        "ADMITTED,MOVE_OUT,ENDED",
        "ABSENT_UNPLANNED,NOT_FOUND,ENDED",
        "OFFERED,OFFER,OFFERED",
        "ABSENT_PLANNED,COME_BACK,ADMITTED",
        "ABSENT_PLANNED,NOT_RETURN,ABSENT_UNPLANNED"
    })
    void a_placement_goes_on(PlacementStatus from, PlacementStep step, PlacementStatus to) {
        assertThat(step.from(from)).isEqualTo(to);
    }

    @Test
    void nothing_else_can_be_done_anywhere() {
        Set<String> can = new TreeSet<>();
        for (PlacementStatus from : PlacementStatus.values()) {
            for (PlacementStep step : PlacementStep.values()) {
                Refusal refused = catchThrowableOfType(Refusal.class, () -> step.from(from));
                if (refused == null) {
                    can.add(from + " " + step);
                } else {
                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.WRONG_STATE);
                    assertThat(refused.reasons().get(0).values()).containsExactly(from.name());
                }
            }
        }
        assertThat(can).hasSize(15);
        assertThat(Arrays.stream(PlacementStatus.values()).filter(status -> !status.running()))
                .as("what is over stays over")
                .allMatch(over -> can.stream().noneMatch(one -> one.startsWith(over + " ")));
    }
}
