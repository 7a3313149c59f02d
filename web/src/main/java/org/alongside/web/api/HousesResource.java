package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.housing.FacilityService;
import org.alongside.housing.NewFacility;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The houses of the caller's organisation, written down by code name. */
@Path("/houses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Housing",
        description =
                "Houses by code name with their rooms and beds, and the way of a placement. A bed is given once. To whom houses are nothing,"
                        + " there are none")
public class HousesResource {

    @Inject
    private FacilityService houses;

    @POST
    @Operation(
            operationId = "openHouse",
            summary = "Write down a house",
            description = "By a code name that says nothing of where it is.")
    @APIResponse(
            responseCode = "201",
            description = "It is written down",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response open(NewFacility house, @HeaderParam(Keys.NAME) String key) {
        return Made.at("houses", houses.open(house, key).value());
    }
}
