package org.alongside.reintegration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.Reason;
import org.alongside.shared.ReintegrationId;

/** A return or a stay is there for those who lead the case it belongs to, and for nobody else. */
@ApplicationScoped
public class ReintegrationPolicy implements Policy<ReintegrationId> {
    @Inject
    Reintegrations reintegrations;

    @Inject
    CasePolicy cases;

    @Override
    public Class<ReintegrationId> subject() {
        return ReintegrationId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, ReintegrationId id) {
        return reintegrations
                .caseOf(id)
                .flatMap(caseId -> cases.standing(caller, caseId))
                .map(open -> new Standing(open.caseId(), id.value(), open.basis(), open.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, ReintegrationId id, Standing standing) {
        return List.of();
    }
}
