package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.access.Role;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Reason;

/** Whose a placement is: the house's that keeps it, and by the least of it theirs who lead or may read of her housing. */
@ApplicationScoped
public class PlacementPolicy implements Policy<PlacementId> {
    private static final Set<Permission> OF_THE_HOUSE = EnumSet.of(
            Permission.GIVE_BED,
            Permission.ADMIT_SURVIVOR,
            Permission.MOVE_SURVIVOR,
            Permission.END_PLACEMENT,
            Permission.OPEN_ADDRESS,
            Permission.LIMIT_STAY,
            Permission.REVIEW_RESTRICTION);

    @Inject
    Placements placements;

    @Inject
    CasePolicy cases;

    @Inject
    Files files;

    @Override
    public Class<PlacementId> subject() {
        return PlacementId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, PlacementId id) {
        if (caller.system()) {
            return Optional.of(new Standing(Optional.empty(), id.value(), "PROCESS", Optional.empty()));
        }
        return placements.known(id).flatMap(known -> cases.standing(caller, known.caseId())
                .filter(file -> {
                    HousingReach reach = reach(caller, file);
                    return reach.minimum() || reach.keeps(known.house());
                })
                .map(file -> new Standing(file.caseId(), id.value(), file.basis(), file.openness())));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, PlacementId id, Standing standing) {
        if (caller.system()) {
            return List.of();
        }
        if (permission == Permission.AGREE_TO_MOVE
                && standing.openness().filter(Openness::leads).isEmpty()) {
            return List.of(Reason.of("only-the-lead"));
        }
        if (permission == Permission.AGREE_TO_LEAVING
                && standing.openness().filter(Openness::leads).isEmpty()
                && !(caller.has(Role.SHM) && placed(caller, id, standing))) {
            return List.of(Reason.of("only-a-second-person"));
        }
        boolean may = !OF_THE_HOUSE.contains(permission) || placed(caller, id, standing);
        return may ? List.of() : List.of(Reason.of("not-yours-to-write", Category.SHELTER_PLACEMENT.name()));
    }

    private boolean placed(Caller caller, PlacementId id, Standing standing) {
        return placements
                .known(id)
                .filter(known -> reach(caller, standing).places(known.house()))
                .isPresent();
    }

    private HousingReach reach(Caller caller, Standing standing) {
        return HousingReach.of(caller, standing.openness().orElseThrow(), files.matrix());
    }
}
