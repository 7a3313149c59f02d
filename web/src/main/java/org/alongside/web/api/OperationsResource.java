package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.worklist.FailedWork.FailedJob;
import org.alongside.worklist.OperationService;
import org.alongside.worklist.OperationService.JobId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Running the house: work that failed, and in a demo the clock. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operation", description = "Work that failed, and in a demo the clock")
public class OperationsResource {

    @Inject
    private OperationService operation;

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

    /** How far the clock is moved. */
    @Schema(name = "ClockStep")
    public record Step(
            @Schema(description = "ISO 8601, at most 800 days", examples = "PT6H", required = true)
            Duration forward) {}

    /** What the clock says. */
    @Schema(name = "ClockNow")
    public record Now(Instant now) {}
}
