package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.Reason;
import org.alongside.shared.SupervisionId;

/** That somebody supervises a counsellor is known to both and to the house's supervisors; that they met, those two say. */
@ApplicationScoped
public class SupervisionPolicy implements Policy<SupervisionId> {
    @Inject
    Supervisions supervisions;

    @Override
    public Class<SupervisionId> subject() {
        return SupervisionId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, SupervisionId id) {
        return supervisions
                .known(id)
                .map(known -> new Standing(Optional.empty(), id.value(), "HOUSE", Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, SupervisionId id, Standing standing) {
        Supervisions.Known known = supervisions.known(id).orElseThrow();
        return permission == Permission.RECORD_SUPERVISION && !known.between(caller)
                ? List.of(Reason.of("not-yours-to-say"))
                : List.of();
    }
}
