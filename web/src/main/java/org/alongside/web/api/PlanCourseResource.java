package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.alongside.careplan.CourseView;
import org.alongside.careplan.NewReview;
import org.alongside.careplan.PlanCourseService;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way of a care plan: approved where it must be, and looked at again and again. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Care plan")
public class PlanCourseResource {

    @Inject
    private PlanCourseService courses;

    @Inject
    private CallersVersion version;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/care-plan/course")
    @Operation(
            operationId = "readPlanCourse",
            summary = "Read where a plan is on its way",
            description =
                    "Whether a supervisor agrees and what changed since, when it is looked at again, and every review"
                            + " with what had changed. For those who read all of the plan; with the entity tag for deciding on it.")
    @APIResponse(
            responseCode = "200",
            description = "Where the plan is",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    public Response course() {
        CourseView course = courses.of(caseId);
        return Versions.tagged(course, course.approval().revision());
    }

    @POST
    @Path("/care-plan/approval-request")
    @Operation(
            operationId = "askPlanApproval",
            summary = "Ask a supervisor to agree to the plan",
            description = "For a child, or at high risk. The plan is worked on meanwhile.")
    public void ask(PlanRequest request, @HeaderParam(Keys.NAME) String key) {
        courses.ask(caseId, request.words(), key);
    }

    @POST
    @Path("/care-plan/approval")
    @Operation(
            operationId = "approvePlan",
            summary = "Agree to the plan, as a supervisor who never asked for it",
            description = "Refused where the plan changed since it was read.")
    public void approve(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, courses).approve(caseId);
    }

    @POST
    @Path("/care-plan/return")
    @Operation(
            operationId = "sendBackPlan",
            summary = "Send the plan back, as a supervisor who never asked for it, with what to change")
    public void sendBack(PlanSentBack sentBack) {
        courses.sendBack(caseId, sentBack.change());
    }

    @POST
    @Path("/care-plan/reviews")
    @Operation(
            operationId = "reviewPlan",
            summary = "Keep that the plan was looked at again",
            description = "With what changed since the last time; the time until the next one begins anew.")
    public void review(NewReview review, @HeaderParam(Keys.NAME) String key) {
        courses.review(caseId, review, key);
    }

    /** What the supervisor should look at. */
    public record PlanRequest(@Size(max = 500) String words) {}

    /** What is to be changed before a supervisor agrees. */
    public record PlanSentBack(@NotNull @Size(max = 500) String change) {}
}
