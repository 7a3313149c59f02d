package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.safety.NewPrint;
import org.alongside.safety.SafetyService;
import org.alongside.shared.CaseId;
import org.alongside.web.print.SafetyPlanPaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Her own copy of her safety plan. */
@Path("/cases/{caseId}/safety-plan/print")
@RequestScoped
@Tag(name = Paper.TAG, description = Paper.DESCRIPTION)
public class SafetyPlanPrintResource {

    @Inject
    private SafetyService safety;

    @GET
    @Produces(Paper.PDF)
    @Operation(
            operationId = "printSafetyPlan",
            summary = "Print her own copy of her safety plan",
            description =
                    "What she wants on it. Unless it is asked for otherwise nothing on it says who helps her, nor what it is; the print is audited all the same.")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @PathParam("caseId") CaseId caseId,
            @QueryParam("part") List<String> parts,
            @QueryParam("neutral") @DefaultValue("true") boolean neutral,
            @Context HttpHeaders headers) {
        return Paper.of(
                SafetyPlanPaper.pdf(safety.print(caseId, new NewPrint(parts, neutral)), Paper.language(headers)));
    }
}
