package org.alongside.housing;

import static org.alongside.housing.PlacementStatus.ADMITTED;
import static org.alongside.housing.PlacementStatus.DECLINED_BY_SHELTER;
import static org.alongside.housing.PlacementStatus.DECLINED_BY_SURVIVOR;
import static org.alongside.housing.PlacementStatus.OFFERED;
import static org.alongside.housing.PlacementStatus.REQUESTED;

import java.util.EnumSet;
import java.util.Set;

/** What somebody can do about a placement that changes nothing of it, and for which its process waits. */
public enum FollowStep {
    /** Who leads has looked where else she can sleep. */
    PLACE_SOUGHT(REQUESTED, OFFERED, DECLINED_BY_SHELTER, DECLINED_BY_SURVIVOR),
    /** Somebody of the house talked with her, as somebody does each week (DOMAIN 8.1). */
    WEEKLY_TALK_HELD(ADMITTED);

    private final Set<PlacementStatus> in;

    FollowStep(PlacementStatus first, PlacementStatus... more) {
        this.in = EnumSet.of(first, more);
    }

    boolean possibleIn(PlacementStatus status) {
        return in.contains(status);
    }

    /** Whether it is the house's alone to do. */
    boolean ofTheHouse() {
        return this == WEEKLY_TALK_HELD;
    }
}
