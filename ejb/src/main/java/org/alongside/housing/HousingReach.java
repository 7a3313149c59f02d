package org.alongside.housing;

import static org.alongside.access.Category.SHELTER_PLACEMENT;

import java.util.EnumSet;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Depth;
import org.alongside.access.Openness;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.shared.OrganisationId;

/**
 * How far a person's placements are the caller's to know; the gate's own reckoning, the database makes its own. Police,
 * prosecution and lawyers are told nothing, whatever a grant says.
 */
record HousingReach(Openness open, boolean hears, boolean writesEver, boolean works, OrganisationId house) {
    private static final Set<Role> HEARING =
            EnumSet.of(Role.CW, Role.SUP, Role.SHS, Role.SHM, Role.COU, Role.NRM, Role.GRD);

    static HousingReach of(Caller caller, Openness open, RoleMatrix matrix) {
        return new HousingReach(
                open,
                caller.roles().stream().anyMatch(HEARING::contains),
                caller.roles().stream().anyMatch(role -> "FW*".indexOf(matrix.of(role, SHELTER_PLACEMENT)) >= 0),
                caller.has(Role.SHS) || caller.has(Role.SHM),
                caller.organisation());
    }

    /** That a bed was asked for her at all. */
    boolean knows() {
        return hears && open.depth(SHELTER_PLACEMENT).reaches(Depth.EXISTENCE);
    }

    /** Code name, status and dates. */
    boolean minimum() {
        return hears && open.minimum(SHELTER_PLACEMENT);
    }

    /** The house's own: her bed and who lives beside her. */
    boolean keeps(OrganisationId whose) {
        return open.depth(SHELTER_PLACEMENT).reaches(Depth.EXISTENCE) && writesEver && house.equals(whose);
    }

    /** Whether the caller gives her a bed there. */
    boolean places(OrganisationId whose) {
        return works && open.writes(SHELTER_PLACEMENT) && house.equals(whose);
    }
}
