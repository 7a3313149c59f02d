package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.organisation.Partners;
import org.alongside.shared.OrganisationId;

/** The coordinating organisations, read from the directory. */
@ApplicationScoped
class CoordinatingPartners implements Coordinators {
    @Inject
    Partners partners;

    @Override
    public List<OrganisationId> all() {
        return partners.coordinating();
    }
}
