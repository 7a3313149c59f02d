package org.alongside.housing;

import static org.alongside.housing.PlacementStatus.ABSENT_UNPLANNED;
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
    /** The police know that a child is missing (DL24). Of an adult it needs her word or that she is in danger, and is a disclosure. */
    POLICE_TOLD(ABSENT_UNPLANNED),
    /** Those who work for a missing child have met (DL24). */
    CONFERENCE_HELD(ABSENT_UNPLANNED),
    /** Somebody tried to reach her (DL25). */
    CONTACT_TRIED(ABSENT_UNPLANNED),
    /** Somebody tried the channel that is safe for her (DL25). */
    SAFE_CHANNEL_TRIED(ABSENT_UNPLANNED),
    /** Somebody talked with her after she came back (PLACEMENT, back). */
    RETURN_TALK_HELD(ADMITTED),
    /** Somebody of the house talked with her, as somebody does each week (DOMAIN 8.1). */
    WEEKLY_TALK_HELD(ADMITTED);

    private static final Set<FollowStep> OF_A_CHILD = EnumSet.of(POLICE_TOLD, CONFERENCE_HELD);
    private static final Set<FollowStep> OF_AN_ADULT = EnumSet.of(CONTACT_TRIED, SAFE_CHANNEL_TRIED);

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

    boolean possibleFor(boolean child) {
        return child ? !OF_AN_ADULT.contains(this) : !OF_A_CHILD.contains(this);
    }
}
