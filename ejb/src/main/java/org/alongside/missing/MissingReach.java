package org.alongside.missing;

import static org.alongside.access.Category.SAFETY_RISK;
import static org.alongside.access.Category.SHELTER_PLACEMENT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Depth;
import org.alongside.access.Openness;
import org.alongside.access.Role;
import org.alongside.shared.OrganisationId;

/**
 * How far it is the caller's to know that somebody is missing, and to do: the gate's own reckoning, the database makes its own. Police,
 * prosecution and lawyers are told nothing, whatever a grant says.
 *
 * @param houses in which she lives, as far as the caller may know them
 */
record MissingReach(Caller caller, Openness open, List<OrganisationId> houses) {
    private static final Set<Role> HELPING = EnumSet.of(Role.CW, Role.SUP, Role.SHS, Role.SHM, Role.COU, Role.HLT);

    boolean knows() {
        return caller.roles().stream().anyMatch(HELPING::contains) && (open.minimum(SAFETY_RISK) || housed());
    }

    /** Whether the caller's organisation leads and they work on it. */
    boolean leads() {
        return (caller.has(Role.CW) || caller.has(Role.SUP)) && open.leads() && open.minimum(SAFETY_RISK);
    }

    /** Whether the caller gives her a bed. */
    boolean keeps() {
        return housed() && open.writes(SHELTER_PLACEMENT);
    }

    boolean acts() {
        return leads() || keeps();
    }

    private boolean housed() {
        return (caller.has(Role.SHS) || caller.has(Role.SHM))
                && open.depth(SHELTER_PLACEMENT).reaches(Depth.EXISTENCE)
                && houses.contains(caller.organisation());
    }
}
