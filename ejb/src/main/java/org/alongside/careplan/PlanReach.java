package org.alongside.careplan;

import static org.alongside.access.Category.CARE_PLAN_GOALS;

import java.util.Collection;
import org.alongside.access.Depth;
import org.alongside.access.Openness;
import org.alongside.shared.OrganisationId;

/**
 * How far one plan is the caller's: the gate's own reckoning (DOMAIN 7.2, care_plan_goals: F the lead, R the supervisor, W
 * own entries; ACCESS 1: grants concern what others wrote). The database makes its own.
 *
 * @param open how far the file is open to the caller
 * @param leads whether the caller's organisation leads the case
 * @param house the caller's organisation
 * @param agreed whether she agrees now that this organisation knows her plan
 */
record PlanReach(Openness open, boolean leads, OrganisationId house, boolean agreed) {

    /** Everything that others wrote too. */
    boolean whole() {
        return open.full(CARE_PLAN_GOALS);
    }

    /** One's own entries, as long as the file is open in this respect at all. */
    boolean own() {
        return open.depth(CARE_PLAN_GOALS).reaches(Depth.EXISTENCE);
    }

    /** Whether the caller may add what is theirs. */
    boolean writes() {
        return open.writes(CARE_PLAN_GOALS);
    }

    boolean knowsStep(OrganisationId writer, OrganisationId owner) {
        return whole() || own() && (house.equals(writer) || agreed && house.equals(owner));
    }

    /** A goal is known with any step towards it that is one's own. */
    boolean knowsGoal(OrganisationId writer, Collection<ActionStep> steps) {
        return whole()
                || own() && house.equals(writer)
                || steps.stream()
                        .anyMatch(step ->
                                knowsStep(step.organisation(), step.owner().organisation()));
    }

    /** Rewriting, ending, giving away: the lead's, and whose entry it is. */
    boolean changes(OrganisationId writer) {
        return writes() && (leads || house.equals(writer));
    }

    /** Moving on: theirs, and whose step it is. */
    boolean progresses(OrganisationId writer, OrganisationId owner) {
        return changes(writer) || writes() && agreed && house.equals(owner);
    }
}
