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
import org.alongside.careplan.CarePlanService;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.Ending;
import org.alongside.careplan.NewAgreement;
import org.alongside.careplan.NewGoal;
import org.alongside.careplan.NewStep;
import org.alongside.shared.GoalId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One goal of a care plan. */
@Path("/goals/{goalId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Care plan")
public class GoalResource {

    @Inject
    private CarePlanService plans;

    @Inject
    private CallersVersion version;

    @PathParam("goalId")
    private GoalId goalId;

    @GET
    @Operation(
            operationId = "readGoal",
            summary = "Read a goal",
            description = "With the steps that are the caller's to know, and the entity tag for changing it.")
    @APIResponse(
            responseCode = "200",
            description = "The goal",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = GoalView.class)))
    public Response read() {
        GoalView goal = plans.goal(goalId);
        return Versions.tagged(goal, goal.version());
    }

    @PUT
    @Operation(
            operationId = "changeGoal",
            summary = "Rewrite a goal",
            description = "What is left out is emptied. Where it changed meanwhile, the answer names the fields.")
    public void change(NewGoal goal, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        plans.change(goalId, goal, Versions.required(ifMatch));
    }

    @POST
    @Path("/agreement")
    @Operation(
            operationId = "agreeGoal",
            summary = "Record that she agreed to the goal",
            description =
                    "From now on it is worked on. A child agrees with who stands for her, or as her best interests were found.")
    public void agree(NewAgreement agreement, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, plans).agree(goalId, agreement);
    }

    @POST
    @Path("/end")
    @Operation(
            operationId = "endGoal",
            summary = "End a goal",
            description = "Met where she says so; else partly met, not met or dropped, with a coded reason."
                    + " Its open steps are cancelled.")
    public void end(Ending ending, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, plans).end(goalId, ending);
    }

    @POST
    @Path("/steps")
    @Operation(
            operationId = "planStep",
            summary = "Plan a step towards a goal",
            description = "Given to another organisation only by who leads, to who helps her now,"
                    + " and as long as she agrees that they know her plan.")
    @APIResponse(
            responseCode = "201",
            description = "The step is planned",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response plan(NewStep step, @HeaderParam(Keys.NAME) String key) {
        return Made.at("steps", plans.plan(goalId, step, key).value());
    }
}
