package org.alongside.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Every wrong field of a form is told at once: what could not be read with what the door refuses. */
class NeededTest {
    private final Answers answers = new Answers();
    private final Needed needed = new Needed();

    @Test
    void what_could_not_be_read_is_told_with_what_the_door_refuses() {
        answers.put("amount", "thirty");
        answers.put("spentOn", "the day before");

        assertThat(told(() -> door(null))).containsExactly("kind missing", "amount no-amount", "spentOn unknown-day");
    }

    @Test
    void what_was_read_goes_through_the_door_as_it_was_typed() {
        answers.put("amount", " 30.50 ");
        List<BigDecimal> through = new ArrayList<>();
        BigDecimal amount = needed.read(() -> answers.amount("amount"));
        needed.through(() -> through.add(amount));

        assertThat(through).containsExactly(new BigDecimal("30.50"));
        assertThat(needed.<BigDecimal>read(() -> answers.amount("other"))).isNull();
    }

    @Test
    void a_door_that_is_shut_says_why_it_is_and_nothing_of_fields() {
        answers.put("amount", "thirty");
        needed.read(() -> answers.amount("amount"));

        assertThatThrownBy(() -> needed.through(() -> {
                    throw Refusal.wrongState("check-first");
                }))
                .hasMessageContaining("check-first");
    }

    private void door(String kind) {
        new Check()
                .that(kind != null, "kind", "missing")
                .that(needed.read(() -> answers.amount("amount")) != null, "amount", "missing")
                .that(needed.read(() -> answers.day("spentOn")) != null, "spentOn", "missing")
                .orRefuse();
    }

    private List<String> told(Runnable door) {
        return catchThrowableOfType(Refusal.class, () -> needed.through(door)).reasons().stream()
                .map(reason -> reason.field() + " " + reason.code())
                .toList();
    }
}
