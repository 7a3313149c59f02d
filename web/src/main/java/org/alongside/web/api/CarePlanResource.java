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
import org.alongside.careplan.CarePlanService;
import org.alongside.careplan.CarePlanView;
import org.alongside.careplan.NewGoal;
import org.alongside.careplan.StepOwner;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The care plan of one case. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Care plan", description = "Goals in her own words, and the steps towards them")
public class CarePlanResource {

    @Inject
    private CarePlanService plans;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/care-plan")
    @Operation(
            operationId = "readCarePlan",
            summary = "Read a care plan",
            description = "All of it for who leads; for others what they wrote and the steps given to them."
                    + " Open goals first, what she puts first on top.")
    public CarePlanView plan() {
        return plans.of(caseId);
    }

    @GET
    @Path("/step-owners")
    @Operation(
            operationId = "listStepOwners",
            summary = "List to whom a step may be given",
            description = "The caller's own people first, then who helps her and may know her plan, she herself last.")
    public List<StepOwner> owners() {
        return plans.owners(caseId);
    }

    @POST
    @Path("/goals")
    @Operation(
            operationId = "proposeGoal",
            summary = "Write a goal down",
            description = "In her own words; a proposal until she agrees.")
    @APIResponse(
            responseCode = "201",
            description = "The goal is written down",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response propose(NewGoal goal, @HeaderParam(Keys.NAME) String key) {
        return Made.at("goals", plans.propose(caseId, goal, key).value());
    }
}
