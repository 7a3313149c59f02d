package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.housing.FollowService;
import org.alongside.housing.FollowService.NewFollow;
import org.alongside.housing.FollowService.NewSpokenBefore;
import org.alongside.housing.FollowView;
import org.alongside.shared.PlacementId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done about one placement beside the bed: looking for another place, looking for who is missing. */
@Path("/placements/{placementId}/steps")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Housing")
public class PlacementStepsResource {

    @Inject
    private FollowService follows;

    @PathParam("placementId")
    private PlacementId placementId;

    @GET
    @Operation(
            operationId = "readPlacementSteps",
            summary = "Read what was done about a placement, and what can be noted now",
            description = "That it was done, when and by which organisation, and nothing of what was said.")
    public FollowView read() {
        return follows.of(placementId);
    }

    @POST
    @Operation(
            operationId = "notePlacementStep",
            summary = "Note that something was done about a placement",
            description =
                    "For who leads and for the house. What waits for it waits no more. The police are told of a missing child alone: of an"
                            + " adult it needs her agreement, or is a disclosure.")
    public void note(NewFollow follow) {
        follows.done(placementId, follow);
    }

    @POST
    @Path("/spoken")
    @Operation(
            operationId = "noteSpokenBefore",
            summary = "Note whether she spoke with the house herself before she came",
            description = "For who leads and for the house; the newest counts, and nothing of what was said is kept.")
    public void spoke(NewSpokenBefore spoken) {
        follows.spoke(placementId, spoken);
    }
}
