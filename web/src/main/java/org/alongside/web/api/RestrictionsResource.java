package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.restriction.NewRestriction;
import org.alongside.restriction.RestrictionService;
import org.alongside.restriction.RestrictionView;
import org.alongside.shared.PlacementId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The limits on one stay in a house. */
@Path("/placements/{placementId}/restrictions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Limits on a stay",
        description =
                "Each with a reason, an end and a reviewer who did not impose it; she is told of each. Nobody is kept in")
public class RestrictionsResource {

    @Inject
    private RestrictionService restrictions;

    @PathParam("placementId")
    private PlacementId placementId;

    @GET
    @Operation(
            operationId = "listRestrictions",
            summary = "List the limits on a stay",
            description = "For the house whole; for who leads from when until when.")
    public RestrictionView list() {
        return restrictions.of(placementId);
    }

    @POST
    @Operation(
            operationId = "imposeRestriction",
            summary = "Impose a limit",
            description =
                    "For somebody who lives there, for at most 30 days; reviewed after seven days at the latest, never by who imposed it.")
    @APIResponse(
            responseCode = "201",
            description = "It is imposed, and somebody is asked to tell her",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response impose(NewRestriction asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at(
                "restrictions", restrictions.impose(placementId, asked, key).value());
    }
}
