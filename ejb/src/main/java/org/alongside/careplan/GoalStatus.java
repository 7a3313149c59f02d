package org.alongside.careplan;

import java.util.EnumSet;
import java.util.Set;

/** Where a goal stands (code list goal_status, DOMAIN 5.2). */
public enum GoalStatus {
    PROPOSED,
    ACTIVE,
    MET,
    PARTLY_MET,
    NOT_MET,
    DROPPED;

    /** How an agreed goal can end; of a goal that was only proposed, dropping is all there is. */
    static final Set<GoalStatus> ENDS = EnumSet.of(MET, PARTLY_MET, NOT_MET, DROPPED);

    /** Whether something is still to be done about it. */
    public boolean isOpen() {
        return this == PROPOSED || this == ACTIVE;
    }
}
