package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;

/** Organisations are known to everybody who works here, but a shelter not to police; which of them somebody may administer is a matter of role alone. */
@ApplicationScoped
class OrganisationPolicy implements Policy<OrganisationId> {
    @Inject
    Organisations organisations;

    @Inject
    Partners partners;

    @Override
    public Class<OrganisationId> subject() {
        return OrganisationId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, OrganisationId id) {
        return organisations.exists(id) && partners.mayKnow(caller, id)
                ? Optional.of(new Standing(Optional.empty(), id.value(), "ROLE", Optional.empty()))
                : Optional.empty();
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, OrganisationId id, Standing standing) {
        return List.of();
    }
}
