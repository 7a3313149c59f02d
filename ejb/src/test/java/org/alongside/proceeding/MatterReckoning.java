package org.alongside.proceeding;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Openness;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/** The gate's own reckoning of how far a matter is somebody's, for tests that hold it against the database. */
public final class MatterReckoning {
    private final LegalReach reach;

    public MatterReckoning(Openness open, Set<Role> roles, RoleMatrix matrix, UUID house) {
        Caller caller = new Caller(WorkerId.random(), new OrganisationId(house), roles, false, "s", Instant.EPOCH);
        reach = LegalReach.of(caller, open, matrix);
    }

    public boolean knows() {
        return reach.knows();
    }

    public boolean minimum(UUID lawyers) {
        return reach.minimum(new OrganisationId(lawyers));
    }

    public boolean keeps(UUID lawyers) {
        return reach.keeps(new OrganisationId(lawyers));
    }

    public boolean changes(UUID lawyers) {
        return reach.changes(new OrganisationId(lawyers));
    }
}
