package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.Reason;
import org.alongside.shared.ServiceId;

/** Services stand in the directory for everybody, but those of a shelter not for police; what one's own organisation offers is one's own to say. */
@ApplicationScoped
class ServicePolicy implements Policy<ServiceId> {
    @Inject
    Offers offers;

    @Inject
    Partners partners;

    @Override
    public Class<ServiceId> subject() {
        return ServiceId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, ServiceId id) {
        return offers.ownerOf(id)
                .filter(owner -> partners.mayKnow(caller, owner))
                .map(owner -> new Standing(
                        Optional.empty(),
                        id.value(),
                        owner.equals(caller.organisation()) ? "OWN" : "DIRECTORY",
                        Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, ServiceId id, Standing standing) {
        return standing.basis().equals("OWN") ? List.of() : List.of(Reason.of("not-your-organisation"));
    }
}
