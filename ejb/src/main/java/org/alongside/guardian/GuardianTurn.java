package org.alongside.guardian;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * The next step of a guardianship (DOMAIN 5.2): needed, asked for, temporary, appointed; under review, replaced; ended.
 *
 * @param to code of guardian_status that is reached by it
 * @param name if temporary or appointed: who it is, where that was not said before
 * @param relation if temporary or appointed: what that person is to her, code of excluded_relation, or null
 * @param powers if temporary or appointed: codes of guardian_power
 * @param orderReference the court's or authority's number; needed for an appointment
 * @param from when the mandate begins, UTC; null: now
 * @param until when it ends, UTC; null: no end is set
 * @param conflictCheckedBy if temporary or appointed: who looked for a conflict of interest
 */
public record GuardianTurn(
        @NotNull @CodeOf("guardian_status") String to,
        @Size(max = 120) String name,
        @CodeOf("excluded_relation") String relation,
        @CodeOf("guardian_power") List<String> powers,
        @Size(max = 120) String orderReference,
        Instant from,
        Instant until,
        @Size(max = 120) String conflictCheckedBy) {
    public GuardianTurn {
        powers = powers == null ? List.of() : powers.stream().distinct().toList();
    }
}
