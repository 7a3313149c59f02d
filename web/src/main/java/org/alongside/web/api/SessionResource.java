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
import java.util.List;
import org.alongside.counselling.CounsellingView.ClinicalEntry;
import org.alongside.counselling.CounsellingView.ProcessNote;
import org.alongside.counselling.CounsellingView.Session;
import org.alongside.counselling.CounsellingView.Summary;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSession.NewHour;
import org.alongside.counselling.NewSession.NewNote;
import org.alongside.counselling.NewSession.NewSummary;
import org.alongside.counselling.NewSession.NewWorry;
import org.alongside.counselling.NoteService;
import org.alongside.counselling.SessionService;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One session: when it is, whether she came, and what is written of it in three levels. */
@Path("/sessions/{sessionId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Counselling")
public class SessionResource {

    @Inject
    private SessionService sessions;

    @Inject
    private NoteService notes;

    @PathParam("sessionId")
    private SessionId sessionId;

    @GET
    @Operation(
            operationId = "readSession",
            summary = "Read a session",
            description = "For its counsellor; for who supervises them without whose it is.")
    public Session read() {
        return sessions.read(sessionId);
    }

    @PUT
    @Path("/hour")
    @Operation(
            operationId = "moveSession",
            summary = "Have it at another time",
            description = "Of a group, for everybody who comes. Refused once it is said whether she came.")
    public void move(NewHour hour) {
        sessions.move(sessionId, hour);
    }

    @PUT
    @Path("/attendance")
    @Operation(
            operationId = "recordAttendance",
            summary = "Say whether she came, or that it is called off",
            description = "A slip is put right the same way. With her first session the house has met her.")
    public void record(NewAttendance said) {
        sessions.record(sessionId, said);
    }

    @POST
    @Path("/worry")
    @Operation(
            operationId = "raiseWorry",
            summary = "Say that it raised a worry about her safety",
            description = "Becomes an alert without a word of what was said.")
    @APIResponse(
            responseCode = "201",
            description = "The alert is raised",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response worry(NewWorry worry, @HeaderParam(Keys.NAME) String key) {
        return Made.at("alerts", sessions.worry(sessionId, worry, key).value());
    }

    @GET
    @Path("/process-note")
    @Operation(
            operationId = "readProcessNote",
            summary = "Read one's own process note",
            description = "Its author's alone. Not there where nothing is written.")
    @APIResponse(
            responseCode = "200",
            description = "The note",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = ProcessNote.class)))
    public Response process() {
        ProcessNote note = notes.process(sessionId).orElseThrow(Refusal::notThere);
        return Versions.tagged(note, note.version());
    }

    @PUT
    @Path("/process-note")
    @Operation(
            operationId = "writeProcessNote",
            summary = "Write one's own process note anew",
            description = "With the entity tag of the one before, or without where there is none.")
    public void write(NewNote note, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        notes.write(sessionId, note, Versions.optional(ifMatch).orElse(0));
    }

    @GET
    @Path("/clinical-record")
    @Operation(
            operationId = "readClinicalRecord",
            summary = "Read the clinical record of a session, oldest entry first")
    public List<ClinicalEntry> record() {
        return notes.record(sessionId);
    }

    @POST
    @Path("/clinical-record")
    @Operation(
            operationId = "addToClinicalRecord",
            summary = "Add to the clinical record",
            description = "It is only added to.")
    public void add(NewNote note, @HeaderParam(Keys.NAME) String key) {
        notes.add(sessionId, note, key);
    }

    @GET
    @Path("/summary")
    @Operation(
            operationId = "readSummary",
            summary = "Read the summary that she agreed to",
            description = "Not there where there is none.")
    public Summary summary() {
        return notes.summary(sessionId).orElseThrow(Refusal::notThere);
    }

    @PUT
    @Path("/summary")
    @Operation(
            operationId = "writeSummary",
            summary = "Write what she agreed that others know",
            description = "In the place of the one before.")
    public void summarise(NewSummary written) {
        notes.summarise(sessionId, written);
    }

    @DELETE
    @Path("/summary")
    @Operation(
            operationId = "takeSummaryBack",
            summary = "Say that she agrees no more",
            description =
                    "Taken back by its author it is read by nobody else from then on; by who leads her case, not by them.")
    public void takeBack() {
        notes.takeBack(sessionId);
    }
}
