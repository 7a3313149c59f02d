package org.alongside.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.ClosingId;
import org.alongside.shared.Reason;

/** A closing is there for those who lead the case it belongs to, and for nobody else. */
@ApplicationScoped
public class ClosingPolicy implements Policy<ClosingId> {
    @Inject
    Closings closings;

    @Inject
    CasePolicy cases;

    @Override
    public Class<ClosingId> subject() {
        return ClosingId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, ClosingId id) {
        return closings.find(id)
                .flatMap(closing -> cases.standing(caller, closing.caseId()))
                .map(open -> new Standing(open.caseId(), id.value(), open.basis(), open.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, ClosingId id, Standing standing) {
        return List.of();
    }
}
