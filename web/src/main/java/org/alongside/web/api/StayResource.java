package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.housing.AddressService;
import org.alongside.housing.AddressService.Escort;
import org.alongside.housing.AddressService.NewEscort;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.NewPlacement.NewMove;
import org.alongside.housing.StayService;
import org.alongside.housing.StayService.NewTimeAway;
import org.alongside.shared.PlacementId;
import org.alongside.shared.WorkerId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Living there: away and back, missing, moved, gone to a place that is known; and the way there, for who brings her. */
@Path("/placements/{placementId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Housing")
public class StayResource {

    @Inject
    private StayService stays;

    @Inject
    private AddressService addresses;

    @PathParam("placementId")
    private PlacementId placementId;

    @POST
    @Path("/absence")
    @Operation(
            operationId = "goAway",
            summary = "Write down that she and her family are away as they said",
            description =
                    "The beds stay theirs. All of them go unless it is said who; no child is left without a grown-up of the family.")
    public void goAway(NewTimeAway away) {
        stays.goAway(placementId, away);
    }

    @POST
    @Path("/missing")
    @Operation(operationId = "notReturn", summary = "Write down that she has not returned")
    public void notReturn() {
        stays.notReturn(placementId);
    }

    @POST
    @Path("/return")
    @Operation(operationId = "comeBack", summary = "Write down that she is back")
    public void comeBack() {
        stays.comeBack(placementId);
    }

    @POST
    @Path("/move-agreement")
    @Operation(
            operationId = "agreeToMove",
            summary = "Agree that she is moved, as who leads",
            description = "The word counts for some days.")
    public void agree() {
        stays.agreeToMove(placementId);
    }

    @POST
    @Path("/move")
    @Operation(
            operationId = "moveSurvivor",
            summary = "Move her and her family to other beds of the own houses",
            description =
                    "With the word of who leads, or because she is in danger. The new place and the end of the old one are one instant.")
    public List<PlacementId> move(NewMove move) {
        return stays.move(placementId, move);
    }

    @POST
    @Path("/leaving-agreement")
    @Operation(
            operationId = "agreeToLeaving",
            summary = "Agree as a second person that she has to leave because rules were broken",
            description = "By another manager of the house or by who leads; whoever agrees does not end it.")
    public void agreeToLeaving() {
        stays.agreeToLeaving(placementId);
    }

    @POST
    @Path("/end")
    @Operation(
            operationId = "endPlacement",
            summary = "Write down that she left, and where to",
            description = "Nobody leaves unremarked: the street is told as what it is.")
    public void end(NewEnd end) {
        stays.end(placementId, end);
    }

    @GET
    @Path("/address")
    @Operation(
            operationId = "readAddress",
            summary = "Read where the house stands",
            description = "For its own people, and for a named escort within their hours.")
    public NewAddress address() {
        return addresses.read(placementId);
    }

    @GET
    @Path("/escorts")
    @Operation(
            operationId = "listEscorts",
            summary = "List who of the lead could bring her, and to whom the address is open now")
    public List<Escort> escorts() {
        return addresses.escorts(placementId);
    }

    @POST
    @Path("/escorts")
    @Operation(
            operationId = "openAddress",
            summary = "Open the address to one escort for some hours",
            description = "At most 24.")
    public void open(NewEscort escort) {
        addresses.open(placementId, escort);
    }

    @DELETE
    @Path("/escorts/{workerId}")
    @Operation(operationId = "closeAddress", summary = "Close it before its time")
    public void close(@PathParam("workerId") WorkerId worker) {
        addresses.close(placementId, worker);
    }
}
