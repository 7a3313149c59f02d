package org.alongside.tie;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.Reason;
import org.alongside.shared.TieId;

/**
 * A tie is there for those who supervise whose it is, unless they have one to the same file (DOMAIN 7.2); not for whose it is,
 * so that nobody ends their own.
 */
@ApplicationScoped
class TiePolicy implements Policy<TieId> {
    @Inject
    Ties ties;

    @Override
    public Class<TieId> subject() {
        return TieId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, TieId id) {
        return ties.supervised(id)
                .filter(tie -> !tie.worker().equals(caller.worker()))
                .map(tie -> new Standing(Optional.empty(), id.value(), "SUPERVISION", Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, TieId id, Standing standing) {
        return List.of();
    }
}
