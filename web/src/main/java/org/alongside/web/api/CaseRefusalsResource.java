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
import java.util.List;
import org.alongside.consent.NewRefusal;
import org.alongside.consent.RefusalService;
import org.alongside.consent.RefusalView;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the survivor of one case said no to. */
@Path("/cases/{caseId}/refusals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class CaseRefusalsResource {

    @Inject
    private RefusalService refusals;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(operationId = "listRefusals", summary = "List what a survivor said no to", description = "Newest first.")
    public List<RefusalView> of() {
        return refusals.of(caseId);
    }

    @POST
    @Operation(
            operationId = "recordRefusal",
            summary = "Record that she said no",
            description = "Without a reason. It ends nothing and blocks nothing: help goes on.")
    @APIResponse(
            responseCode = "201",
            description = "It is recorded",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response refuse(NewRefusal refusal, @HeaderParam(Keys.NAME) String key) {
        return Response.status(Response.Status.CREATED)
                .entity(new Made(refusals.refuse(caseId, refusal, key)))
                .build();
    }
}
