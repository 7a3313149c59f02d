package org.alongside.housing;

import java.util.EnumSet;
import java.util.Set;

/** Where a placement stands (placement_status). */
public enum PlacementStatus {
    REQUESTED,
    OFFERED,
    RESERVED,
    DECLINED_BY_SHELTER,
    DECLINED_BY_SURVIVOR,
    ADMITTED,
    ABSENT_PLANNED,
    ABSENT_UNPLANNED,
    MOVED,
    ENDED;

    private static final Set<PlacementStatus> LIVES_THERE = EnumSet.of(ADMITTED, ABSENT_PLANNED, ABSENT_UNPLANNED);
    private static final Set<PlacementStatus> OVER =
            EnumSet.of(DECLINED_BY_SHELTER, DECLINED_BY_SURVIVOR, MOVED, ENDED);

    /** Whether the bed is hers, also while she is away. */
    public boolean livesThere() {
        return LIVES_THERE.contains(this);
    }

    /** Whether anything can still become of it. */
    public boolean running() {
        return !OVER.contains(this);
    }
}
