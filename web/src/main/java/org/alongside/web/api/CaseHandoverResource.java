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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.handover.HandoverService;
import org.alongside.handover.HandoverView;
import org.alongside.handover.NewHandover;
import org.alongside.shared.CaseId;
import org.alongside.shared.HandoverId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Handing over the lead of one case: how it stands, and the offer. */
@Path("/cases/{caseId}/handover")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Handing over",
        description = "Handing over the lead of a case, which moves when the other organisation accepts")
public class CaseHandoverResource {

    @Inject
    private HandoverService handovers;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readHandover",
            summary = "Read how handing over the lead stands",
            description = "What is open and goes over with it, who may lead, the latest offer. For those who lead it.")
    public HandoverView read() {
        return handovers.read(caseId);
    }

    @POST
    @Operation(
            operationId = "offerHandover",
            summary = "Offer the lead to another organisation",
            description = "Nothing moves by it, and nothing goes out until a supervisor who did not offer it agrees.")
    @APIResponse(
            responseCode = "201",
            description = "It is offered",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response offer(NewHandover handover, @HeaderParam(Keys.NAME) String key) {
        HandoverId id = handovers.offer(caseId, handover, key);
        return Response.status(Response.Status.CREATED)
                .entity(new Made(id.value()))
                .build();
    }
}
