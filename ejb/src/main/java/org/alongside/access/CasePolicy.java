package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;

/** A case is somebody's as far as a grant opens it to them, and not there otherwise. */
@ApplicationScoped
public class CasePolicy implements Policy<CaseId> {
    @Inject
    Files files;

    @Override
    public Class<CaseId> subject() {
        return CaseId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, CaseId id) {
        Openness openness = files.openness(caller, id);
        return openness.seen()
                ? Optional.of(new Standing(
                        Optional.of(id), id.value(), String.join(",", openness.bases()), Optional.of(openness)))
                : Optional.empty();
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, CaseId id, Standing standing) {
        return List.of();
    }
}
