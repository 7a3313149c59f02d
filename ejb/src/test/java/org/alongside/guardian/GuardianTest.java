package org.alongside.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.access.Role;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.GuardianId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.Test;

class GuardianTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Caller SOMEBODY =
            new Caller(WorkerId.random(), OrganisationId.random(), Set.of(Role.CW), false, "s", NOW);

    @Test
    void a_guardian_is_needed_asked_for_temporary_and_appointed_and_in_no_other_order() {
        Guardian guardian = found("LEGAL_GUARDIAN", "NEEDED", null, List.of());
        assertThat(guardian.view(false, NOW).objection()).contains("guardian-not-appointed");
        for (String skipped : List.of("TEMPORARY", "APPOINTED", "CONFLICT_REVIEW", "REPLACED", "NEEDED")) {
            refuses(guardian, skipped);
        }
        guardian.turn(to("REQUESTED"), NOW);
        refuses(guardian, "APPOINTED");
        guardian.turn(to("TEMPORARY"), NOW);
        assertThat(guardian.view(false, NOW).objection()).isEmpty();
        guardian.turn(to("APPOINTED"), NOW);
        assertThat(guardian.status()).isEqualTo("APPOINTED");
        refuses(guardian, "TEMPORARY");
        guardian.turn(to("ENDED"), NOW);
        assertThat(guardian.view(false, NOW).objection()).contains("guardian-ended");
        refuses(guardian, "ENDED");
    }

    @Test
    void a_doubt_suspends_a_mandate_at_once_and_only_somebody_else_ends_it() {
        Guardian guardian = found("PARENT", "NOT_NEEDED", "Her mother", List.of("CONSENT"));
        assertThat(guardian.view(false, NOW).stands()).isTrue();
        guardian.turn(to("CONFLICT_REVIEW"), NOW);
        assertThat(guardian.view(false, NOW).objection()).contains("guardian-under-review");
        assertThat(guardian.view(false, NOW).stands()).isFalse();
        refuses(guardian, "APPOINTED");
        guardian.turn(to("REPLACED"), NOW);
        assertThat(guardian.status()).isEqualTo("REPLACED");
        refuses(guardian, "ENDED");
    }

    @Test
    void each_way_of_not_consenting_for_her_is_said() {
        assertThat(objection(List.of("CONSENT"), null, null)).isEmpty();
        assertThat(objection(List.of("MEDICAL", "LEGAL"), null, null)).contains("guardian-without-consent");
        assertThat(objection(List.of("CONSENT"), NOW.plus(DAY), null)).contains("guardian-not-begun");
        assertThat(objection(List.of("CONSENT"), NOW.minus(DAY), NOW)).contains("guardian-ended");
        Guardian aunt = found("CAREGIVER", "NOT_NEEDED", "Her aunt", List.of("CONSENT"));
        assertThat(aunt.objection(true, NOW, NOW)).contains("giver-is-excluded");
        assertThat(aunt.view(true, NOW).type()).isEqualTo("EXCLUDED");
        assertThat(aunt.view(true, NOW).stands()).isFalse();
    }

    @Test
    void a_mandate_names_who_it_is_what_for_and_who_looked_for_a_conflict() {
        assertThat(refused("PARENT", "NOT_NEEDED", null, List.of(), null, null, null))
                .containsExactlyInAnyOrder("name missing", "powers missing");
        assertThat(refused("LEGAL_GUARDIAN", "NOT_NEEDED", "A", List.of("CONSENT"), null, null, null))
                .containsExactly("status needs-an-appointment");
        assertThat(refused("PARENT", "APPOINTED", "A", List.of("CONSENT"), "12/26", "The court", null))
                .containsExactly("status needs-no-appointment");
        assertThat(refused("LEGAL_GUARDIAN", "APPOINTED", "A", List.of("CONSENT"), null, null, null))
                .containsExactlyInAnyOrder("conflictCheckedBy missing", "orderReference missing");
        assertThat(refused("LEGAL_GUARDIAN", "APPOINTED", "A", List.of("CONSENT"), "12/26", "The court", NOW))
                .containsExactly("until in-the-past");
        assertThat(refused("EXCLUDED", "NEEDED", null, List.of(), null, null, null))
                .containsExactly("type excluded-is-said-elsewhere");
        assertThat(refused("LEGAL_GUARDIAN", "REPLACED", "A", List.of("CONSENT"), null, null, null))
                .containsExactly("status not-how-somebody-is-found");
        assertThat(refused("LEGAL_GUARDIAN", "NEEDED", null, List.of(), null, null, null))
                .isEmpty();
    }

    private static Stream<String> refusals(Check check) {
        try {
            check.orRefuse();
            return Stream.empty();
        } catch (Refusal refusal) {
            return refusal.reasons().stream().map(reason -> reason.field() + " " + reason.code());
        }
    }

    private static List<String> refused(
            String type,
            String status,
            String name,
            List<String> powers,
            String order,
            String checkedBy,
            Instant until) {
        Check check = new Check();
        GuardianRules.found(
                check, new NewGuardian(type, status, name, null, powers, order, null, until, checkedBy), NOW);
        return refusals(check).toList();
    }

    private static Optional<String> objection(List<String> powers, Instant from, Instant until) {
        return Guardian.record(
                        GuardianId.random(),
                        CaseId.random(),
                        new NewGuardian("CAREGIVER", "NOT_NEEDED", "Her aunt", null, powers, null, from, until, null),
                        SOMEBODY)
                .objection(false, NOW, NOW);
    }

    private static Guardian found(String type, String status, String name, List<String> powers) {
        return Guardian.record(
                GuardianId.random(),
                CaseId.random(),
                new NewGuardian(type, status, name, null, powers, null, null, null, null),
                SOMEBODY);
    }

    private static GuardianTurn to(String status) {
        return new GuardianTurn(status, "Her guardian", null, List.of("CONSENT"), "12/26", null, null, "The court");
    }

    private static void refuses(Guardian guardian, String status) {
        assertThatThrownBy(() -> guardian.turn(to(status), NOW))
                .as(status)
                .hasMessageContaining("guardian-does-not-follow");
    }
}
