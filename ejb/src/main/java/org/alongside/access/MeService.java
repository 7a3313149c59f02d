package org.alongside.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/** Tells a signed-in worker who they are here. */
@Stateless
@PermitAll
public class MeService {
    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Requires(Permission.READ_SELF)
    public Me me() {
        return workers.me(callers.caller());
    }

    /**
     * Who is signed in.
     *
     * @param competentAuthority whether that organisation is a competent authority
     * @param locale language preferred, ISO 639-1
     * @param zone time zone in which times are shown, IANA id
     */
    public record Me(
            WorkerId worker,
            String name,
            OrganisationId organisation,
            String organisationName,
            String organisationType,
            boolean competentAuthority,
            Set<Role> roles,
            String locale,
            String zone) {}
}
