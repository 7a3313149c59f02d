package org.alongside.proceeding;

import static org.alongside.access.Category.LEGAL;

import java.util.EnumSet;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Depth;
import org.alongside.access.Openness;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.shared.OrganisationId;

/**
 * How far the legal matters of one case are the caller's: the gate's own reckoning (DOMAIN 7.2, legal: F the lawyer, M those who
 * help her there, E the counsellor; ACCESS 1: grants concern what others wrote). The database makes its own.
 *
 * @param open how far the file is open to the caller
 * @param lawyer whether a role of the caller's writes legal matters
 * @param helps whether a role of the caller's helps her at hearings; a coordinator is told the stage and nothing else (DOMAIN 7.3)
 * @param house the caller's organisation
 */
record LegalReach(Openness open, boolean lawyer, boolean helps, OrganisationId house) {
    private static final Set<Role> HELPING =
            EnumSet.of(Role.CW, Role.SUP, Role.SHS, Role.SHM, Role.LAW, Role.LEL, Role.GRD);

    static LegalReach of(Caller caller, Openness open, RoleMatrix matrix) {
        return new LegalReach(
                open,
                caller.roles().stream().anyMatch(role -> "FW*".indexOf(matrix.of(role, LEGAL)) >= 0),
                caller.roles().stream().anyMatch(HELPING::contains),
                caller.organisation());
    }

    /** That there are matters at all. */
    boolean knows() {
        return open.depth(LEGAL).reaches(Depth.EXISTENCE);
    }

    /** When and where she must be, and what she needs for it. */
    boolean minimum() {
        return helps && open.minimum(LEGAL);
    }

    boolean minimum(OrganisationId lawyers) {
        return minimum() || keeps(lawyers);
    }

    /** The lawyer's own file. */
    boolean keeps(OrganisationId lawyers) {
        return knows() && lawyer && house.equals(lawyers);
    }

    /** What was decided of her identification: her lawyer's and the lead's. */
    boolean identification() {
        return lawyer && open.full(LEGAL) || helps && open.leads() && open.minimum(LEGAL);
    }

    /** Whether the caller may open a matter. */
    boolean writes() {
        return lawyer && open.writes(LEGAL);
    }

    boolean changes(OrganisationId lawyers) {
        return writes() && house.equals(lawyers);
    }
}
