package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.housing.FacilityService;
import org.alongside.housing.FacilityService.Lodger;
import org.alongside.housing.HousePeople;
import org.alongside.housing.HouseView;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.NewFacility.NewBed;
import org.alongside.housing.NewFacility.NewBedClosing;
import org.alongside.housing.NewFacility.NewHouseClosing;
import org.alongside.housing.NewFacility.NewRoom;
import org.alongside.shared.BedId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.RoomId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One house: its rooms, its beds, who lives there, and where it stands, which is written and read nowhere else. */
@Path("/houses/{houseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Housing")
public class HouseResource {

    @Inject
    private FacilityService houses;

    @PathParam("houseId")
    private FacilityId houseId;

    @GET
    @Operation(operationId = "readHouse", summary = "Read whom the rooms of a house are for")
    public HouseView read() {
        return houses.read(houseId);
    }

    @GET
    @Path("/lodgers")
    @Operation(operationId = "listLodgers", summary = "List who lives in a house and for whom a bed is held")
    public List<Lodger> lodgers() {
        return houses.lodgers(houseId).content();
    }

    @GET
    @Path("/people")
    @Operation(
            operationId = "listHousePeople",
            summary = "List who lives in a house and what is owed to each",
            description =
                    "The newest rules explained, somebody who talks with her each week, another place before the house is closed.")
    public HousePeople people() {
        return houses.people(houseId).content();
    }

    @PUT
    @Path("/closing")
    @Operation(
            operationId = "planHouseClosing",
            summary = "Have a house closed from a day on",
            description = "No bed of it is given for then; who lives there needs another place before.")
    public void planClosing(NewHouseClosing closing) {
        houses.planClosing(houseId, closing);
    }

    @DELETE
    @Path("/closing")
    @Operation(operationId = "keepHouseOpen", summary = "Take back that a house is closed")
    public void keepOpen() {
        houses.keepOpen(houseId);
    }

    @POST
    @Path("/closure")
    @Operation(
            operationId = "closeHouse",
            summary = "Close a house whose day has come",
            description = "Refused while somebody lives there.")
    public void closeHouse() {
        houses.closeHouse(houseId);
    }

    @POST
    @Path("/rooms")
    @Operation(
            operationId = "addRoom",
            summary = "Write down a room",
            description = "Who is in a room together is asked of every bed in it.")
    @APIResponse(
            responseCode = "201",
            description = "It is written down",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response addRoom(NewRoom room) {
        return Made.at("rooms", houses.addRoom(houseId, room).value());
    }

    @POST
    @Path("/rooms/{roomId}/beds")
    @Operation(operationId = "addBed", summary = "Put a bed into a room")
    @APIResponse(
            responseCode = "201",
            description = "It is written down",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response addBed(@PathParam("roomId") RoomId room, NewBed bed) {
        return Made.at("beds", houses.addBed(houseId, room, bed).value());
    }

    @POST
    @Path("/beds/{bedId}/closing")
    @Operation(
            operationId = "closeBed",
            summary = "Take a bed out of use for a time",
            description = "Refused where somebody has it then.")
    public void close(@PathParam("bedId") BedId bed, NewBedClosing closing) {
        houses.close(houseId, bed, closing);
    }

    @POST
    @Path("/beds/{bedId}/reopening")
    @Operation(operationId = "reopenBed", summary = "Have a bed in use again")
    public void reopen(@PathParam("bedId") BedId bed) {
        houses.reopen(houseId, bed);
    }

    @POST
    @Path("/beds/{bedId}/vacancy")
    @Operation(
            operationId = "vacateBed",
            summary = "Say that a bed is empty whose lodger may not be read of any more",
            description = "Of anybody else it is said by ending the placement.")
    public void vacate(@PathParam("bedId") BedId bed) {
        houses.vacate(houseId, bed);
    }

    @PUT
    @Path("/address")
    @Operation(
            operationId = "writeAddress",
            summary = "Write down where a house stands",
            description = "Nothing else holds it, and no list or search finds it.")
    public void write(NewAddress address) {
        houses.write(houseId, address);
    }
}
