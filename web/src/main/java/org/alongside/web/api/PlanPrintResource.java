package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.alongside.careplan.CarePlanService;
import org.alongside.shared.CaseId;
import org.alongside.web.print.PlanPaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A care plan on paper. */
@Path("/cases/{caseId}/care-plan/print")
@RequestScoped
@Tag(name = Paper.TAG, description = Paper.DESCRIPTION)
public class PlanPrintResource {

    @Inject
    private CarePlanService plans;

    @GET
    @Produces(Paper.PDF)
    @Operation(
            operationId = "printPlan",
            summary = "Print a care plan",
            description =
                    "Her goals in her own words and the steps, as far as they are the caller's to know, in the language of Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("caseId") CaseId caseId, @Context HttpHeaders headers) {
        return Paper.of(PlanPaper.pdf(plans.print(caseId), Paper.language(headers)));
    }
}
