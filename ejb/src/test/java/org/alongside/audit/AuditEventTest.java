package org.alongside.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.CaseId;
import org.junit.jupiter.api.Test;

class AuditEventTest {
    private final CaseId file = CaseId.random();
    private final AbsenceId absence = AbsenceId.random();

    @Test
    void what_a_supervisor_recorded_is_named_in_the_event() {
        AuditEvent event = of(Optional.empty(), Optional.empty()).about(absence);
        assertThat(event.subject()).contains(absence.value());
        assertThat(event.caseId()).isEmpty();
    }

    @Test
    void a_file_that_was_opened_begins_its_own_chain() {
        AuditEvent event = of(Optional.empty(), Optional.empty()).about(file);
        assertThat(event.subject()).contains(file.value());
        assertThat(event.caseId()).contains(file);
    }

    @Test
    void what_was_known_before_stays() {
        UUID referral = UUID.randomUUID();
        assertThat(of(Optional.empty(), Optional.of(referral)).about(file).subject())
                .contains(referral);
        assertThat(of(Optional.of(file), Optional.of(referral)).about(absence))
                .isEqualTo(of(Optional.of(file), Optional.of(referral)));
    }

    private static AuditEvent of(Optional<CaseId> caseId, Optional<UUID> subject) {
        return new AuditEvent("X", caseId, subject, Optional.empty(), Optional.empty(), "PERMITTED", Optional.empty());
    }
}
