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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.closing.ClosingService;
import org.alongside.closing.ClosingView;
import org.alongside.closing.NewAttempt;
import org.alongside.closing.NewClosing;
import org.alongside.closing.NewGround;
import org.alongside.closing.NewGround.NewHearingOwner;
import org.alongside.closing.NewReopening;
import org.alongside.closing.ReopeningService;
import org.alongside.shared.CaseId;
import org.alongside.shared.ClosingId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether one case can be closed, the proposal to close it, and opening it again. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Closing", description = "Closing a case, which two people do, and opening it again")
public class CaseClosingResource {

    @Inject
    private ClosingService closings;

    @Inject
    private ReopeningService reopenings;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/closing")
    @Operation(
            operationId = "readClosing",
            summary = "Read how the closing of a case stands",
            description = "What stands against it now, the latest proposal, when it was open. For those who lead it.")
    public ClosingView read(@QueryParam("reason") String reason) {
        return closings.read(caseId, reason);
    }

    @POST
    @Path("/closing")
    @Operation(
            operationId = "proposeClosing",
            summary = "Propose to close a case",
            description = "Nothing closes by it: a supervisor who never proposed it decides.")
    @APIResponse(
            responseCode = "201",
            description = "It is proposed",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response propose(NewClosing closing, @HeaderParam(Keys.NAME) String key) {
        ClosingId id = closings.propose(caseId, closing, key);
        return Response.status(Response.Status.CREATED)
                .entity(new Made(id.value()))
                .build();
    }

    @POST
    @Path("/closing/ground")
    @Operation(
            operationId = "noteClosingGround",
            summary = "Note what closing asks and nothing else knows",
            description =
                    "Where she lives and since when, what she was given, the written talk, her permit. What was noted before stays; the newest counts.")
    public void note(NewGround ground) {
        closings.note(caseId, ground);
    }

    @POST
    @Path("/closing/hearing-owners")
    @Operation(
            operationId = "noteHearingOwner",
            summary = "Note who sees to a hearing or deadline once the case is closed",
            description = "For its next day only: moved to another, it is asked again.")
    public void own(NewHearingOwner owner) {
        closings.own(caseId, owner);
    }

    @POST
    @Path("/contact-attempts")
    @Operation(
            operationId = "logContactAttempt",
            summary = "Write down that she was looked for",
            description = "Contact counts as lost only after she was looked for by her safe channel for long enough.")
    public void logAttempt(NewAttempt attempt) {
        closings.logAttempt(caseId, attempt);
    }

    @POST
    @Path("/reopening")
    @Operation(
            operationId = "reopenCase",
            summary = "Open a closed case again",
            description = "A new episode begins; what was open to others before does not open again.")
    public void reopen(NewReopening reopening) {
        reopenings.reopen(caseId, reopening);
    }

    @POST
    @Path("/reopening/taking-up")
    @Operation(
            operationId = "takeUpCase",
            summary = "See to a case that was opened again",
            description = "A supervisor has made sure that somebody works on it.")
    public void takeUp() {
        reopenings.takeUp(caseId);
    }
}
