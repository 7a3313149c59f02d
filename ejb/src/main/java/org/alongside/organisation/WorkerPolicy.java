package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.access.Role;
import org.alongside.shared.Reason;
import org.alongside.shared.WorkerId;

/** Workers, as they are administered: there for administrators and processes, and nobody changes their own standing. */
@ApplicationScoped
class WorkerPolicy implements Policy<WorkerId> {
    @Inject
    Workers workers;

    @Override
    public Class<WorkerId> subject() {
        return WorkerId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, WorkerId id) {
        return (caller.system() || caller.has(Role.ADM)) && workers.find(id).isPresent()
                ? Optional.of(new Standing(Optional.empty(), id.value(), "ROLE", Optional.empty()))
                : Optional.empty();
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, WorkerId id, Standing standing) {
        return caller.worker().equals(id) ? List.of(Reason.of("not-yourself")) : List.of();
    }
}
