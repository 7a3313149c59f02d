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
import org.alongside.safety.AlertService;
import org.alongside.safety.NewAlert;
import org.alongside.safety.NewOverride;
import org.alongside.safety.NewRiskAssessment;
import org.alongside.safety.NewSafetyPlan;
import org.alongside.safety.SafetyService;
import org.alongside.safety.SafetyView;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How safe the survivor of one case is, and what is done so that she is. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Safety",
        description =
                "Risk assessed together with her, her own safety plan, and alerts that somebody answers by the clock")
public class CaseSafetyResource {

    @Inject
    private SafetyService safety;

    @Inject
    private AlertService alerts;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/safety")
    @Operation(
            operationId = "readSafety",
            summary = "Read how safe she is",
            description =
                    "As far as it is the caller's to know: the level and what everybody who helps must know, or all of it.")
    public SafetyView read() {
        return safety.of(caseId);
    }

    @POST
    @Path("/risk-assessments")
    @Operation(
            operationId = "assessRisk",
            summary = "Write down what was found with her",
            description =
                    "The level of the file follows: the highest of what was found and of her own word, in her first three days at"
                            + " least HIGH, and higher where the reason says why.")
    @APIResponse(
            responseCode = "201",
            description = "It is written down; it is found in what is read of her safety",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response assess(NewRiskAssessment made, @HeaderParam(Keys.NAME) String key) {
        return Response.status(Response.Status.CREATED)
                .entity(new Made(safety.assess(caseId, made, key).value()))
                .build();
    }

    @POST
    @Path("/risk-level")
    @Operation(
            operationId = "overrideRisk",
            summary = "Set another level than was found",
            description = "For a supervisor of those who lead, once an assessment and not of their own.")
    public void override(NewOverride said) {
        safety.override(caseId, said);
    }

    @PUT
    @Path("/safety-plan")
    @Operation(
            operationId = "writeSafetyPlan",
            summary = "Write her safety plan anew",
            description =
                    "The one before is kept. Refused as stale where it was written anew after the number that was read.")
    public void plan(NewSafetyPlan plan) {
        safety.plan(caseId, plan);
    }

    @POST
    @Path("/alerts")
    @Operation(
            operationId = "raiseAlert",
            summary = "Say that something is wrong",
            description =
                    "Whoever has the file may; who leads is asked, and whoever is on call there is told of what is urgent.")
    @APIResponse(
            responseCode = "201",
            description = "It is raised",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response raise(NewAlert alert, @HeaderParam(Keys.NAME) String key) {
        return Made.at("alerts", alerts.raise(caseId, alert, key).value());
    }
}
