package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.alongside.organisation.ClosedDay;
import org.alongside.organisation.NewService;
import org.alongside.organisation.OfferService;
import org.alongside.organisation.OfferService.Room;
import org.alongside.organisation.OrganisationView.Team;
import org.alongside.organisation.OwnOffer;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller's own organisation offers, and when it is closed. */
@Path("/own")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Own services", description = "What the caller's own organisation offers, and when it is closed")
public class OwnServicesResource {

    @Inject
    private OfferService offers;

    @GET
    @Path("/services")
    @Operation(
            operationId = "listOwnServices",
            summary = "List what the caller's organisation offers",
            description = "What was withdrawn stands at the end.")
    public List<OwnOffer> list() {
        return offers.own();
    }

    @GET
    @Path("/teams")
    @Operation(operationId = "listOwnTeams", summary = "List the teams that may answer for a service")
    public List<Team> teams() {
        return offers.teams();
    }

    @POST
    @Path("/services")
    @Operation(
            operationId = "offerService",
            summary = "Offer a service",
            description = "It stands in the directory at once. Never say where a shelter is.")
    @APIResponse(
            responseCode = "201",
            description = "It stands in the directory",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response offer(NewService service, @HeaderParam(Keys.NAME) String key) {
        return Made.at("own/services", offers.add(service, key).value());
    }

    @GET
    @Path("/services/{serviceId}")
    @Operation(operationId = "readOwnService", summary = "Read a service as it is described")
    @APIResponse(
            responseCode = "200",
            description = "The service",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = OwnOffer.class)))
    public Response read(@PathParam("serviceId") ServiceId id) {
        OwnOffer offer = offers.offer(id);
        return Versions.tagged(offer, offer.version());
    }

    @PUT
    @Path("/services/{serviceId}")
    @Operation(operationId = "changeService", summary = "Describe a service anew", description = "Whole.")
    public void change(
            @PathParam("serviceId") ServiceId id,
            NewService service,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        offers.change(id, service, Versions.required(ifMatch));
    }

    @PUT
    @Path("/services/{serviceId}/capacity")
    @Operation(operationId = "tellCapacity", summary = "Say how much room there is now")
    public void tellCapacity(@PathParam("serviceId") ServiceId id, Room room) {
        offers.tellCapacity(id, room);
    }

    @POST
    @Path("/services/{serviceId}/withdrawal")
    @Operation(
            operationId = "withdrawService",
            summary = "Take a service out of the directory",
            description = "For good; care under way goes on.")
    public void withdraw(@PathParam("serviceId") ServiceId id) {
        offers.withdraw(id);
    }

    @GET
    @Path("/closed-days")
    @Operation(operationId = "listClosedDays", summary = "List the days to come on which the organisation is closed")
    public List<ClosedDay> closedDays() {
        return offers.closedDays();
    }

    @POST
    @Path("/closed-days")
    @Operation(operationId = "closeDay", summary = "Say that the organisation is closed on a day")
    public void close(ClosedDay day) {
        offers.close(day);
    }

    @DELETE
    @Path("/closed-days/{day}")
    @Operation(operationId = "reopenDay", summary = "Take a closed day back")
    public void reopen(@PathParam("day") String day) {
        offers.reopen(day(day));
    }

    private static LocalDate day(String text) {
        try {
            return Asked.day(text, "day");
        } catch (Refusal none) {
            throw Refusal.notThere();
        }
    }
}
