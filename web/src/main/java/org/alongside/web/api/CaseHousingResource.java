package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.housing.FamilyService;
import org.alongside.housing.FamilyService.NewFamily;
import org.alongside.housing.HousingView;
import org.alongside.housing.NewPlacement;
import org.alongside.housing.PlacementService;
import org.alongside.housing.StayService;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody lives, as far as the caller may know it. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Housing")
public class CaseHousingResource {

    @Inject
    private PlacementService placements;

    @Inject
    private StayService stays;

    @Inject
    private FamilyService families;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/housing")
    @Operation(
            operationId = "readHousing",
            summary = "Read her placements as far as they are the caller's to know",
            description =
                    "Code name, status and dates for who leads; more for the house alone; that a bed was asked for at most, for others.")
    public HousingView read() {
        return placements.of(caseId);
    }

    @POST
    @Path("/placements")
    @Operation(
            operationId = "requestBed",
            summary = "Ask for a bed for her and those of her family who come with her",
            description = "Under the referral by which the house shelters her.")
    @APIResponse(
            responseCode = "201",
            description = "A bed is asked for",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response request(NewPlacement asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at("placements", placements.request(caseId, asked, key).value());
    }

    @POST
    @Path("/kept-apart")
    @Operation(
            operationId = "keepApart",
            summary = "Say that two people whom the house shelters must not meet",
            description = "Whoever gives one of them a bed from now on is warned, and not told of whom.")
    public void keepApart(NewApart apart) {
        stays.keepApart(caseId, apart.other());
    }

    @POST
    @Path("/family")
    @Operation(
            operationId = "sayFamily",
            summary = "Say who is of one family with her, as who leads",
            description =
                    "Houses place them together or not at all. It counts once it is said of each of them, by whoever leads their case; of those"
                            + " whom the caller leads it is said now. No house says it by itself.")
    public void sayFamily(NewFamily family) {
        families.say(caseId, family);
    }

    @DELETE
    @Path("/family/{otherId}")
    @Operation(
            operationId = "unsayFamily",
            summary = "Take back that somebody is of her family",
            description = "No house places the two together any more, and by it no child shares a room with an adult.")
    public void unsayFamily(@PathParam("otherId") CaseId other) {
        families.unsay(caseId, other);
    }

    /** Whom she must not meet. */
    public record NewApart(@NotNull CaseId other) {}
}
