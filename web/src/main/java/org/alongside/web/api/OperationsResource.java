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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.worklist.FailedWork.FailedJob;
import org.alongside.worklist.OperationService;
import org.alongside.worklist.OperationService.JobId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Running the house: the deadlines that coordinators own, work that failed, and in a demo the clock. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operation", description = "Deadlines that coordinators own, work that failed, and in a demo the clock")
public class OperationsResource {

    @Inject
    private OperationService operation;

    @GET
    @Path("/deadlines")
    @Operation(
            operationId = "readDeadlines",
            summary = "Read the deadlines by urgency",
            description = "As they stand for what is sent from now on.")
    @APIResponse(
            responseCode = "200",
            description = "The deadlines",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = Deadlines.class)))
    public Response deadlines() {
        return tagged(Deadlines.of(operation.deadlines()));
    }

    @PUT
    @Path("/deadlines")
    @Operation(
            operationId = "changeDeadlines",
            summary = "Change the deadlines",
            description = "For what is sent from now on; running clocks keep theirs. Every urgency once.")
    @APIResponse(
            responseCode = "200",
            description = "The deadlines as they stand now",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = Deadlines.class)))
    public Response changeDeadlines(Deadlines.Change change, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        int version = Versions.required(ifMatch);
        return tagged(Deadlines.of(Fields.named(
                field -> field.replaceFirst("\\.when$", ".urgency"),
                () -> operation.changeDeadlines(version, change.decisionRows()))));
    }

    @GET
    @Path("/review-times")
    @Operation(
            operationId = "readReviewTimes",
            summary = "Read when care plans are looked at again, by risk level",
            description = "As it stands for what is set from now on.")
    @APIResponse(
            responseCode = "200",
            description = "The times",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = ReviewTimes.class)))
    public Response reviewTimes() {
        ReviewTimes times = ReviewTimes.of(operation.reviewTimes());
        return Versions.tagged(times, times.version());
    }

    @PUT
    @Path("/review-times")
    @Operation(
            operationId = "changeReviewTimes",
            summary = "Change when care plans are looked at again",
            description =
                    "For what is set from now on; running clocks keep theirs. Every risk level once, and the row of children.")
    @APIResponse(
            responseCode = "200",
            description = "The times as they stand now",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = ReviewTimes.class)))
    public Response changeReviewTimes(ReviewTimes.Change change, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        int version = Versions.required(ifMatch);
        ReviewTimes times = ReviewTimes.of(Fields.named(
                field -> field.replaceFirst("\\.when$", ".level"),
                () -> operation.changeReviewTimes(version, change.decisionRows())));
        return Versions.tagged(times, times.version());
    }

    @GET
    @Path("/failed-work")
    @Operation(
            operationId = "listFailedWork",
            summary = "List work of the processes that failed",
            description = "Newest first, at most 100; never what was in it.")
    public List<FailedJob> failedWork() {
        return operation.failedWork();
    }

    @POST
    @Path("/failed-work/{jobId}/retry")
    @Operation(operationId = "retryFailedWork", summary = "Try failed work again at once")
    public void retry(@PathParam("jobId") JobId jobId) {
        operation.retry(jobId);
    }

    @POST
    @Path("/clock")
    @Operation(
            operationId = "moveClock",
            summary = "Move the one clock forward",
            description = "In a demo or test only; anywhere else it is refused.")
    public Now moveClock(Step step) {
        return new Now(operation.moveClock(step.forward()));
    }

    private static Response tagged(Deadlines deadlines) {
        return Versions.tagged(deadlines, deadlines.version());
    }

    /** How far the clock is moved. */
    @Schema(name = "ClockStep")
    public record Step(
            @Schema(description = "ISO 8601, at most 800 days", examples = "PT6H", required = true)
            Duration forward) {}

    /** What the clock says. */
    @Schema(name = "ClockNow")
    public record Now(Instant now) {}
}
