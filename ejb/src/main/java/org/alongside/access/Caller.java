package org.alongside.access;

import java.time.Instant;
import java.util.Set;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/**
 * Who is asking, once a transaction: a worker of one organisation with the roles of their sign-in, or the processes.
 *
 * @param session id of the sign-in session, for the audit; empty for processes
 * @param now the instant of the one clock at which the transaction asks, UTC
 */
public record Caller(
        WorkerId worker, OrganisationId organisation, Set<Role> roles, boolean system, String session, Instant now) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether one of their roles ever may; what stands against it in a file is asked besides. */
    public boolean mayEver(Permission permission) {
        return system
                ? permission.roles().isEmpty()
                : permission.roles().stream().anyMatch(roles::contains);
    }
}
