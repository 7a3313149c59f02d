package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.housing.FacilityService;
import org.alongside.housing.FacilityService.BoardHouse;
import org.alongside.housing.FacilityService.Expected;
import org.alongside.housing.FacilityService.Night;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The board: every bed of the own houses, who needs one, and how full a night is. */
@Path("/beds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Housing")
public class BoardResource {

    @Inject
    private FacilityService houses;

    @GET
    @Path("/board")
    @Operation(
            operationId = "readBoard",
            summary = "Read every bed of the own houses as it is now",
            description = "Without who is in it.")
    public List<BoardHouse> board() {
        return houses.board();
    }

    @GET
    @Path("/expected")
    @Operation(
            operationId = "listExpected",
            summary = "List who waits for a bed or is expected",
            description =
                    "The longest waiting first, then whom the house shelters and for whom nobody has asked yet; at most 100.")
    public List<Expected> expected(@QueryParam("behind") @DefaultValue("0") String behind) {
        return houses.expected(Limit.number(behind)).content();
    }

    @GET
    @Path("/occupancy")
    @Operation(
            operationId = "readOccupancy",
            summary = "Read how full houses are in a night",
            description =
                    "By code name and never who. A manager asks of their own houses, of any night; a coordinator of all, of nights that are over,"
                            + " and is told of houses with few beds only together.")
    public Night occupancy(@QueryParam("night") String night) {
        return houses.occupancy(Asked.day(night, "night"));
    }
}
