package org.alongside.safety;

import static org.alongside.access.Category.SAFETY_RISK;

import java.util.EnumSet;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Openness;
import org.alongside.access.Role;

/**
 * How far her safety is the caller's to know: the gate's own reckoning, the database makes its own. The level alone is a coordinator's
 * (DOMAIN 7.3), and police and prosecution are told nothing here (DOMAIN 0.9).
 *
 * @param helps whether a role of the caller's helps to keep her safe
 */
record SafetyReach(Openness open, boolean helps) {
    private static final Set<Role> HELPING =
            EnumSet.of(Role.CW, Role.SUP, Role.SHS, Role.SHM, Role.COU, Role.HLT, Role.LAW, Role.GRD);

    static SafetyReach of(Caller caller, Openness open) {
        return new SafetyReach(open, caller.roles().stream().anyMatch(HELPING::contains));
    }

    /** The level, what everybody must know of her plan, and which alerts there are. */
    boolean minimum() {
        return helps && open.minimum(SAFETY_RISK);
    }

    /** Everything that was found, her plan, and what was seen and done. */
    boolean whole() {
        return helps && open.full(SAFETY_RISK);
    }
}
