package org.alongside.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.alongside.code.KnownCodes;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.alongside.shared.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationRulesTest {
    private final InvitationRules rules = new InvitationRules(new KnownCodes());

    @Test
    void an_administrator_invites_a_caseworker() {
        assertThat(reasons(invite("rana.said", "rana@example.org", "CW"))).isEmpty();
        assertThat(reasons(invite("rana.said", "rana@example.org", "CW", "SUP")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rana", "r", "rana said", "rana@x", "-rana", "rana/../admin", "ranä"})
    void a_user_name_is_plain(String username) {
        assertThat(reasons(invite(username, "rana@example.org", "CW"))).containsExactly("username unknown-username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rana", "rana@", "@example.org", "ra na@example.org", "rana@example", "a@b.c\nBcc: d@e.f"})
    void a_letter_needs_an_address(String email) {
        assertThat(reasons(invite("rana", email, "CW"))).containsExactly("email unknown-email");
    }

    @Test
    void everything_that_is_missing_is_said_at_once() {
        assertThat(reasons(new NewWorker(null, " ", null, null, null, null)))
                .containsExactlyInAnyOrder(
                        "name missing",
                        "username missing",
                        "email missing",
                        "language missing",
                        "team missing",
                        "roles missing");
    }

    @Test
    void who_administers_or_audits_does_nothing_else() {
        assertThat(roles(false, "ADM", "CW")).containsExactly("roles role-alone");
        assertThat(roles(false, "DPO", "SUP")).containsExactly("roles role-alone");
        assertThat(roles(false, "ADM")).isEmpty();
    }

    @Test
    void coordinators_belong_to_a_competent_authority() {
        assertThat(roles(false, "NRM")).containsExactly("roles not-competent");
        assertThat(roles(true, "NRM")).isEmpty();
    }

    @Test
    void survivors_are_no_workers_guardians_nothing_else_and_nonsense_is_no_role() {
        assertThat(roles(true, "SUR")).containsExactly("roles role-not-invited");
        assertThat(roles(true, "CW", "GRD")).containsExactly("roles role-alone");
        assertThat(roles(true, "GRD")).isEmpty();
        assertThat(roles(true, "CW", "realm-admin")).containsExactly("roles.1 unknown-code");
    }

    @Test
    void who_oversees_much_signs_in_with_a_second_factor() {
        assertThat(InvitationRules.secondFactor(Set.of("SHM"))).isTrue();
        assertThat(InvitationRules.secondFactor(Set.of("CW", "NRM"))).isTrue();
        assertThat(InvitationRules.secondFactor(Set.of("CW", "SUP"))).isFalse();
    }

    private List<String> roles(boolean competent, String... roles) {
        return reasons(
                () -> rules.checkRoles(new Check(), List.of(roles), competent).orRefuse());
    }

    private List<String> reasons(NewWorker worker) {
        return reasons(() -> rules.check(worker, false).orRefuse());
    }

    private static List<String> reasons(Runnable act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act::run);
        return refusal == null
                ? List.of()
                : refusal.reasons().stream()
                        .map(reason -> reason.field() + " " + reason.code())
                        .toList();
    }

    private static NewWorker invite(String username, String email, String... roles) {
        return new NewWorker("Rana Said", username, email, List.of(roles), TeamId.random(), "en");
    }
}
