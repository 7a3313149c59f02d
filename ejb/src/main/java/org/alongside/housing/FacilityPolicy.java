package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.FacilityId;
import org.alongside.shared.Reason;

/** A house is there for those who work in it; to everybody else it is not there, so that nobody guesses that it exists. */
@ApplicationScoped
public class FacilityPolicy implements Policy<FacilityId> {
    @Inject
    Facilities facilities;

    @Override
    public Class<FacilityId> subject() {
        return FacilityId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, FacilityId id) {
        return facilities
                .ownerOf(id)
                .filter(owner -> owner.equals(caller.organisation()))
                .map(owner -> new Standing(Optional.empty(), id.value(), "OWN", Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, FacilityId id, Standing standing) {
        return List.of();
    }
}
