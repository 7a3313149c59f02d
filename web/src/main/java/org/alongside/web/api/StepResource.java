package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.alongside.careplan.NewStep;
import org.alongside.careplan.StepService;
import org.alongside.careplan.StepService.Blocking;
import org.alongside.careplan.StepView;
import org.alongside.shared.StepId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One step towards a goal. */
@Path("/steps/{stepId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Care plan")
public class StepResource {

    @Inject
    private StepService steps;

    @Inject
    private CallersVersion version;

    @PathParam("stepId")
    private StepId stepId;

    @GET
    @Operation(operationId = "readStep", summary = "Read a step", description = "With the entity tag for changing it.")
    @APIResponse(
            responseCode = "200",
            description = "The step",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = StepView.class)))
    public Response read() {
        StepView step = steps.read(stepId);
        return Versions.tagged(step, step.version());
    }

    @PUT
    @Operation(
            operationId = "changeStep",
            summary = "Rewrite a step, or give it to another",
            description = "For who wrote it and who leads. Where it changed meanwhile, the answer names the fields.")
    public void change(NewStep step, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        steps.change(stepId, step, Versions.required(ifMatch));
    }

    @POST
    @Path("/beginning")
    @Operation(
            operationId = "beginStep",
            summary = "Begin a step",
            description = "One of its owner's people takes it with that.")
    public void begin(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, steps).begin(stepId);
    }

    @POST
    @Path("/block")
    @Operation(
            operationId = "blockStep",
            summary = "Say what blocks a step",
            description = "By its code, and in words.")
    public void block(Blocking block, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, steps).block(stepId, block);
    }

    @POST
    @Path("/completion")
    @Operation(operationId = "finishStep", summary = "Say that a step is done", description = "And how it went.")
    public void finish(StepOutcome done, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, steps).finish(stepId, done.outcome());
    }

    @POST
    @Path("/resumption")
    @Operation(
            operationId = "resumeStep",
            summary = "Take back that a step is done, cancelled or blocked",
            description = "It goes on where it stood.")
    public void resume(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, steps).resume(stepId);
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "handBackStep",
            summary = "Give a step back to its owner's people",
            description = "Whoever took it has it no more.")
    public void handBack(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, steps).handBack(stepId);
    }

    @POST
    @Path("/cancellation")
    @Operation(
            operationId = "cancelStep",
            summary = "Cancel a step",
            description = "With a coded reason; for who wrote it and who leads.")
    public void cancel(StepCancellation cancellation, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, steps).cancel(stepId, cancellation.reason());
    }

    /** How a step went. */
    public record StepOutcome(
            @Schema(description = "In words, or absent", maxLength = 500)
            String outcome) {}

    /** Why a step is not done any more. */
    public record StepCancellation(
            @Schema(description = "Code of step_cancel_reason")
            String reason) {}
}
