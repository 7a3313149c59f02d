package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.ConsentId;
import org.alongside.shared.Reason;

/** A consent is as open as the case it belongs to. */
@ApplicationScoped
public class ConsentPolicy implements Policy<ConsentId> {
    @Inject
    Consents consents;

    @Inject
    CasePolicy cases;

    @Override
    public Class<ConsentId> subject() {
        return ConsentId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, ConsentId id) {
        return consents.find(id)
                .flatMap(consent -> cases.standing(caller, consent.caseId()))
                .map(standing -> new Standing(standing.caseId(), id.value(), standing.basis(), standing.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, ConsentId id, Standing standing) {
        return List.of();
    }
}
