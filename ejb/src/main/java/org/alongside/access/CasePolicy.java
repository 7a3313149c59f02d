package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;

/**
 * A case is somebody's as far as a grant opens it to them, and not there otherwise. What is open for a few hours in an emergency is
 * read and not printed: paper does not end.
 */
@ApplicationScoped
public class CasePolicy implements Policy<CaseId> {
    private static final Set<String> ONLY_IN_EMERGENCY = Set.of("EMERGENCY");

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
        boolean emergency = standing.openness()
                .filter(open -> open.bases().equals(ONLY_IN_EMERGENCY))
                .isPresent();
        return emergency && permission == Permission.PRINT_CASE ? List.of(Reason.of("not-in-emergency")) : List.of();
    }
}
