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
import java.util.List;
import org.alongside.logbook.IncidentService;
import org.alongside.logbook.Logbook;
import org.alongside.logbook.Logbook.ShiftColleague;
import org.alongside.logbook.LogbookService;
import org.alongside.logbook.NewIncident;
import org.alongside.logbook.NewShiftNote;
import org.alongside.shared.FacilityId;
import org.alongside.shared.ShiftLineId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log of a house: what its shifts leave to each other, and what went wrong there. */
@Path("/houses/{houseId}/logbook")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Log of a house",
        description =
                "What a shift leaves to the next, and incidents. No notes of counselling and nothing said in confidence;"
                        + " nothing of it leaves the house")
public class LogbookResource {

    @Inject
    private LogbookService log;

    @Inject
    private IncidentService incidents;

    @PathParam("houseId")
    private FacilityId houseId;

    @GET
    @Operation(
            operationId = "readLogbook",
            summary = "Read what the last shift left, what is open, and what was before",
            description = "Lines about somebody only where her placement is open to the caller.")
    public Logbook read() {
        return log.read(houseId).content();
    }

    @GET
    @Path("/colleagues")
    @Operation(operationId = "listShiftColleagues", summary = "List who works in the house besides the caller")
    public List<ShiftColleague> colleagues() {
        return log.colleagues(houseId);
    }

    @POST
    @Path("/notes")
    @Operation(
            operationId = "writeShiftNote",
            summary = "Leave a note to the next shift",
            description = "With lines to know or to do; those to do stay open until they are done.")
    @APIResponse(
            responseCode = "201",
            description = "It is left",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response write(NewShiftNote note, @HeaderParam(Keys.NAME) String key) {
        return Made.at("shift-notes", log.write(houseId, note, key).content().value());
    }

    @POST
    @Path("/lines/{lineId}/completion")
    @Operation(operationId = "finishShiftLine", summary = "Say that what was to be done is done")
    public void finish(@PathParam("lineId") ShiftLineId line) {
        log.finish(houseId, line);
    }

    @POST
    @Path("/incidents")
    @Operation(
            operationId = "recordIncident",
            summary = "Write down what went wrong",
            description = "The manager is asked to look at it, never who wrote it; about the conduct of staff the"
                    + " organisation's supervisor too.")
    @APIResponse(
            responseCode = "201",
            description = "It is written down",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response record(NewIncident incident, @HeaderParam(Keys.NAME) String key) {
        return Made.at(
                "incidents", incidents.record(houseId, incident, key).content().value());
    }
}
