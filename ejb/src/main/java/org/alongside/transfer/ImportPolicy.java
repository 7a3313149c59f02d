package org.alongside.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.ImportId;
import org.alongside.shared.Reason;

/** A file of cases is known to the supervisors of its house; what becomes of it is for the one to say who brought it. */
@ApplicationScoped
class ImportPolicy implements Policy<ImportId> {
    @Inject
    Imports imports;

    @Override
    public Class<ImportId> subject() {
        return ImportId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, ImportId id) {
        return imports.requestedBy(id)
                .map(worker -> new Standing(
                        Optional.empty(),
                        id.value(),
                        worker.equals(caller.worker()) ? "OWN" : "HOUSE",
                        Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, ImportId id, Standing standing) {
        return List.of();
    }
}
