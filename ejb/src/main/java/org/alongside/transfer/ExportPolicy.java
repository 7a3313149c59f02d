package org.alongside.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.ExportId;
import org.alongside.shared.Reason;

/** Cases leave the house when two supervisors of it say so: nobody approves what they asked for (DOMAIN 0.12, ACCESS 7). */
@ApplicationScoped
class ExportPolicy implements Policy<ExportId> {
    private static final String OWN = "OWN";

    @Inject
    Exports exports;

    @Override
    public Class<ExportId> subject() {
        return ExportId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, ExportId id) {
        return exports.view(id, caller.now())
                .map(view -> new Standing(Optional.empty(), id.value(), view.own() ? OWN : "HOUSE", Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, ExportId id, Standing standing) {
        return permission == Permission.APPROVE_EXPORT && OWN.equals(standing.basis())
                ? List.of(Reason.of("own-request"))
                : List.of();
    }
}
