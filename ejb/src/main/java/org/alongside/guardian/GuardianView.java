package org.alongside.guardian;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.GuardianId;

/**
 * Somebody who stands, stood or is to stand for a child.
 *
 * @param type code of guardian_type; EXCLUDED whatever it was before
 * @param status code of guardian_status
 * @param powers codes of guardian_power
 * @param stands whether that person stands for her now, for whatever the mandate says
 * @param objection why that person cannot consent for her now: code of a reason; empty: they can
 * @param since when the status was reached
 * @param signIn as which worker that person signs in, or did last; told to those who lead, and to that worker
 */
public record GuardianView(
        GuardianId id,
        String type,
        String status,
        Optional<String> name,
        Optional<String> relation,
        List<String> powers,
        Optional<String> orderReference,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> conflictCheckedBy,
        Instant since,
        boolean stands,
        Optional<String> objection,
        Optional<SignInView> signIn) {
    public boolean excluded() {
        return "EXCLUDED".equals(type);
    }

    /** Whether a mandate runs under which that person can sign in; parents and carers have none. */
    public boolean mandated() {
        return stands && ("TEMPORARY".equals(status) || "APPOINTED".equals(status));
    }

    /** Whether that person stands for her in some way now, or is to. */
    public boolean open() {
        return !excluded() && !"ENDED".equals(status) && !"REPLACED".equals(status);
    }
}
