package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
    @Test
    void who_oversees_much_does_not_get_in_with_a_password_alone() {
        for (Role role : EnumSet.of(Role.NRM, Role.SHM, Role.DPO, Role.ADM)) {
            assertThat(SecondFactor.missing(Set.of(role, Role.CW), false, true))
                    .as(role.name())
                    .isTrue();
            assertThat(SecondFactor.missing(Set.of(role), true, true))
                    .as(role.name())
                    .isFalse();
            assertThat(SecondFactor.missing(Set.of(role), false, false))
                    .as("a demo")
                    .isFalse();
        }
    }

    @Test
    void everybody_else_does() {
        for (Role role : EnumSet.complementOf(EnumSet.copyOf(Role.WITH_SECOND_FACTOR))) {
            assertThat(SecondFactor.missing(Set.of(role), false, true))
                    .as(role.name())
                    .isFalse();
        }
    }

    @Test
    void an_installation_that_says_nothing_asks_for_it() {
        assertThat(System.getenv("ALONGSIDE_SECOND_FACTOR")).isNull();
        assertThat(SecondFactor.demanded()).isTrue();
    }
}
