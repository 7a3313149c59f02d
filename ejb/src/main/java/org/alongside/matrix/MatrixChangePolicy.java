package org.alongside.matrix;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.MatrixChangeId;
import org.alongside.shared.Reason;

/** A change of the matrix is there for administrators and the data protection officer, whoever proposed it. */
@ApplicationScoped
class MatrixChangePolicy implements Policy<MatrixChangeId> {
    @Inject
    MatrixChanges changes;

    @Override
    public Class<MatrixChangeId> subject() {
        return MatrixChangeId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, MatrixChangeId id) {
        return changes.view(id)
                .map(view ->
                        new Standing(Optional.empty(), id.value(), view.own() ? "OWN" : "OVERSEES", Optional.empty()));
    }

    /** Nobody approves what they themselves asked for (DOMAIN 0.12), which is the door's to say: taking it back is theirs. */
    @Override
    public List<Reason> objections(Caller caller, Permission permission, MatrixChangeId id, Standing standing) {
        return List.of();
    }
}
