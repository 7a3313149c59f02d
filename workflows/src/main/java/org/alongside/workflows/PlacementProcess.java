package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Date;
import org.alongside.access.SystemIdentity;
import org.alongside.code.Settings;
import org.alongside.housing.GapService;
import org.alongside.housing.PlacementService;
import org.alongside.housing.TalkService;
import org.alongside.shared.Clock;
import org.alongside.shared.PlacementId;

/** What {@code placement.bpmn}, and the watch for nights without a place and weeks without a talk, ask for. */
@Dependent
public class PlacementProcess implements ProcessBean {
    private final PlacementService placements;
    private final GapService gaps;
    private final TalkService talks;
    private final Settings settings;
    private final SystemWork system;

    @Inject
    public PlacementProcess(
            PlacementService placements,
            GapService gaps,
            TalkService talks,
            Settings settings,
            SystemIdentity identity) {
        this.placements = placements;
        this.gaps = gaps;
        this.talks = talks;
        this.settings = settings;
        this.system = new SystemWork(identity);
    }

    /** The hours of a hold are over: the bed is free, and the house looks for one anew. */
    public void runOut(String placementId) {
        system.run(() -> placements.runOut(PlacementId.of(placementId)));
    }

    /** Asks who has no place tonight, and with whom somebody of her house is to talk. */
    public void look() {
        system.run(gaps::look);
        system.run(talks::look);
    }

    /** By when who leads has looked for another place, from now. */
    public Date nextPlaceBy() {
        return EngineTime.notBefore(Clock.get().instant().plus(settings.of("next-place-within")));
    }
}
