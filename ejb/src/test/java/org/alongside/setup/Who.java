package org.alongside.setup;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Role;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/**
 * Somebody of the demo, by their numbers there, in one of their roles.
 *
 * @param number of the person; 0: the processes
 * @param role its code; empty for the processes, which have none
 */
public record Who(int number, int house, String role) {
    /** The processes. */
    public static final Who SYSTEM = new Who(0, 0, "");

    public UUID id() {
        return demo("8000", number);
    }

    public UUID organisation() {
        return demo("9000", house);
    }

    /** The id of what stands under that number in the demo. */
    public static UUID demo(String kind, int number) {
        return UUID.fromString("00000000-0000-4000-%s-0000000000%02d".formatted(kind, number));
    }

    /** They, as somebody who calls at an instant. */
    public Caller at(Instant now) {
        return new Caller(
                new WorkerId(id()),
                new OrganisationId(organisation()),
                role.isEmpty() ? Set.of() : Set.of(Role.valueOf(role)),
                role.isEmpty(),
                "s",
                now);
    }
}
