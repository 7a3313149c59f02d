package org.alongside.counselling;

import static org.alongside.access.Category.CARE_PLAN_GOALS;
import static org.alongside.access.Category.COUNSELLING_NOTES;

import org.alongside.access.Caller;
import org.alongside.access.Depth;
import org.alongside.access.Openness;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;

/**
 * How far counselling of one case is the caller's: the gate's own reckoning (DOMAIN 7.2: F the counsellor, E who leads, C health). The database
 * makes its own.
 *
 * @param open how far the file is open to the caller
 * @param counsellor whether a role of the caller's writes counselling
 * @param leads whether the caller leads her case and reads the plan of her care
 */
record CounsellingReach(Openness open, boolean counsellor, boolean leads) {
    static CounsellingReach of(Caller caller, Openness open, RoleMatrix matrix) {
        return new CounsellingReach(
                open,
                caller.roles().stream().anyMatch(role -> "FW*".indexOf(matrix.of(role, COUNSELLING_NOTES)) >= 0),
                caller.has(Role.CW) && open.leads() && open.full(CARE_PLAN_GOALS));
    }

    /** That there is counselling at all. */
    boolean knows() {
        return open.depth(COUNSELLING_NOTES).reaches(Depth.EXISTENCE);
    }

    /** What the caller's own house wrote of her. */
    boolean keeps() {
        return counsellor && knows();
    }

    boolean writes() {
        return counsellor && open.writes(COUNSELLING_NOTES);
    }
}
