package org.alongside.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a button of a list carries; forged, it is not there and nothing breaks. */
class PressedOnTest {
    @Test
    void a_button_says_of_which_row_and_what() {
        PressedOn pressed = PressedOn.of("1:SCREEN:GRANTED");

        assertThat(pressed).isEqualTo(new PressedOn("1", "SCREEN:GRANTED"));
        assertThat(PressedOn.of(pressed.said())).isEqualTo(new PressedOn("SCREEN", "GRANTED"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ":", "1", "1:", ":GRANTED"})
    void what_no_button_carries_is_not_there(String forged) {
        assertThat(catchThrowableOfType(Refusal.class, () -> PressedOn.of(forged))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_THERE);
    }
}
