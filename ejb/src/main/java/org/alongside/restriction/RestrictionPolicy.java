package org.alongside.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.access.Role;
import org.alongside.housing.PlacementPolicy;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Reason;
import org.alongside.shared.RestrictionId;

/** A limit is there for whom the placement is there; only the house that keeps her does anything about it, and nobody reviews their own. */
@ApplicationScoped
public class RestrictionPolicy implements Policy<RestrictionId> {
    private static final Set<Permission> OF_THE_HOUSE =
            EnumSet.of(Permission.LIMIT_STAY, Permission.REVIEW_RESTRICTION);

    @Inject
    Restrictions restrictions;

    @Inject
    PlacementPolicy placements;

    @Inject
    CasePolicy cases;

    @Override
    public Class<RestrictionId> subject() {
        return RestrictionId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, RestrictionId id) {
        if (caller.system()) {
            return Optional.of(new Standing(Optional.empty(), id.value(), "PROCESS", Optional.empty()));
        }
        return restrictions
                .known(id)
                .flatMap(known -> placements.standing(caller, known.placement()).or(() -> lookedAfter(caller, known)))
                .map(of -> new Standing(of.caseId(), id.value(), of.basis(), of.openness()));
    }

    /** The house's own supervisor, who sees to it that somebody reviews it. */
    private Optional<Standing> lookedAfter(Caller caller, Restrictions.Known known) {
        return caller.has(Role.SUP) && known.house().equals(caller.organisation())
                ? cases.standing(caller, known.caseId()).filter(file -> file.openness()
                        .filter(open -> open.depth(Category.SHELTER_PLACEMENT).reaches(Depth.EXISTENCE))
                        .isPresent())
                : Optional.empty();
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, RestrictionId id, Standing standing) {
        if (caller.system() || !OF_THE_HOUSE.contains(permission)) {
            return List.of();
        }
        Restrictions.Known known = restrictions.known(id).orElseThrow();
        List<Reason> not = placements.objections(caller, permission, known.placement(), standing);
        boolean own = known.imposedBy().filter(caller.worker().value()::equals).isPresent();
        return !not.isEmpty() || permission != Permission.REVIEW_RESTRICTION || !own
                ? not
                : List.of(Reason.of("own-restriction"));
    }

    /** Whether the caller can impose one on that stay. */
    boolean imposes(Caller caller, PlacementId placement) {
        return caller.mayEver(Permission.LIMIT_STAY)
                && placements
                        .standing(caller, placement)
                        .filter(standing -> placements
                                .objections(caller, Permission.LIMIT_STAY, placement, standing)
                                .isEmpty())
                        .isPresent();
    }
}
