package org.alongside.guardian;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * Somebody who stands for a child as they are found, or that somebody is needed.
 *
 * @param type code of guardian_type; who is excluded is not recorded here
 * @param status code of guardian_status: NOT_NEEDED for a parent or carer whom nobody has to appoint, NEEDED where nobody is found
 *     yet, TEMPORARY or APPOINTED where the order is known already
 * @param name by which that person is known; needed but where nobody is found yet
 * @param relation what that person is to her, code of excluded_relation, or null
 * @param powers codes of guardian_power: what the mandate is for
 * @param orderReference the court's or authority's number; needed where appointed
 * @param from when the mandate begins, UTC; null: it began before
 * @param until when it ends, UTC; null: no end is set
 * @param conflictCheckedBy who looked for a conflict of interest; needed where temporary or appointed
 */
public record NewGuardian(
        @NotNull @CodeOf("guardian_type") String type,
        @NotNull @CodeOf("guardian_status") String status,
        @Size(max = 120) String name,
        @CodeOf("excluded_relation") String relation,
        @CodeOf("guardian_power") List<String> powers,
        @Size(max = 120) String orderReference,
        Instant from,
        Instant until,
        @Size(max = 120) String conflictCheckedBy) {
    public NewGuardian {
        powers = powers == null ? List.of() : powers.stream().distinct().toList();
    }
}
