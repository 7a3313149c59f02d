package org.alongside.housing;

import static org.alongside.housing.PlacementStatus.ABSENT_PLANNED;
import static org.alongside.housing.PlacementStatus.ABSENT_UNPLANNED;
import static org.alongside.housing.PlacementStatus.ADMITTED;
import static org.alongside.housing.PlacementStatus.DECLINED_BY_SHELTER;
import static org.alongside.housing.PlacementStatus.DECLINED_BY_SURVIVOR;
import static org.alongside.housing.PlacementStatus.ENDED;
import static org.alongside.housing.PlacementStatus.MOVED;
import static org.alongside.housing.PlacementStatus.OFFERED;
import static org.alongside.housing.PlacementStatus.REQUESTED;
import static org.alongside.housing.PlacementStatus.RESERVED;

import java.util.EnumSet;
import java.util.Set;
import org.alongside.shared.Refusal;

/**
 * What can happen to a placement, and from where to where: the rows of machine PLACEMENT in state_transitions, and three that its
 * words leave open: back from an absence that was planned, not back from it, and another bed where somebody else has the offered one.
 */
enum PlacementStep {
    OFFER(OFFERED, REQUESTED, OFFERED),
    DECLINE(DECLINED_BY_SHELTER, REQUESTED),
    DECLINE_FOR_HER(DECLINED_BY_SURVIVOR, OFFERED),
    HOLD(RESERVED, OFFERED),
    ARRIVE(ADMITTED, RESERVED),
    RUN_OUT(REQUESTED, RESERVED),
    GO_AWAY(ABSENT_PLANNED, ADMITTED),
    NOT_RETURN(ABSENT_UNPLANNED, ADMITTED, ABSENT_PLANNED),
    COME_BACK(ADMITTED, ABSENT_UNPLANNED, ABSENT_PLANNED),
    MOVE(MOVED, ADMITTED),
    MOVE_OUT(ENDED, ADMITTED),
    NOT_FOUND(ENDED, ABSENT_UNPLANNED);

    private final PlacementStatus to;
    private final Set<PlacementStatus> from;

    PlacementStep(PlacementStatus to, PlacementStatus from, PlacementStatus... orFrom) {
        this.to = to;
        this.from = EnumSet.of(from, orFrom);
    }

    PlacementStatus to() {
        return to;
    }

    /** Where it leads from there; refuses where it cannot be done there. */
    PlacementStatus from(PlacementStatus status) {
        if (!from.contains(status)) {
            throw Refusal.wrongState("placement-moved-on", status.name());
        }
        return to;
    }
}
