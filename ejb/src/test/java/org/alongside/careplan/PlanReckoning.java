package org.alongside.careplan;

import java.util.UUID;
import org.alongside.access.Openness;
import org.alongside.shared.OrganisationId;

/** The gate's own reckoning of how far a plan is somebody's, for tests that hold it against the database. */
public final class PlanReckoning {
    private final PlanReach reach;

    public PlanReckoning(Openness open, boolean leads, UUID house, boolean agreed) {
        reach = new PlanReach(open, leads, new OrganisationId(house), agreed);
    }

    public boolean knowsStep(UUID writer, UUID owner) {
        return reach.knowsStep(new OrganisationId(writer), new OrganisationId(owner));
    }

    /** @param step whether the one step towards it is known */
    public boolean knowsGoal(UUID writer, boolean step) {
        return step || reach.whole() || reach.own() && reach.house().value().equals(writer);
    }

    public boolean changes(UUID writer) {
        return reach.changes(new OrganisationId(writer));
    }

    public boolean progresses(UUID writer, UUID owner) {
        return reach.progresses(new OrganisationId(writer), new OrganisationId(owner));
    }
}
