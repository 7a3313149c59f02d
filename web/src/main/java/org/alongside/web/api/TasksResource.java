package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.shared.Page;
import org.alongside.worklist.Asked;
import org.alongside.worklist.WorkItem;
import org.alongside.worklist.WorklistService;
import org.alongside.worklist.WorklistService.AskedQuery;
import org.alongside.worklist.WorklistService.TaskId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller. */
@Path("/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work", description = "What waits for the caller, and what is overdue")
public class TasksResource {

    @Inject
    private WorklistService work;

    @GET
    @Operation(
            operationId = "listTasks",
            summary = "List what waits for the caller",
            description = "Claimed by them or offered to their organisation and role; soonest due first, at most 200.")
    public List<WorkItem> mine(@QueryParam("behind") @DefaultValue("0") String behind) {
        return work.myWork(Limit.number(behind));
    }

    @GET
    @Path("/count")
    @Operation(operationId = "countTasks", summary = "Count what waits for the caller, as far as 200")
    public Waiting count() {
        return new Waiting(work.countMyWork());
    }

    @GET
    @Path("/taken")
    @Operation(
            operationId = "listTakenTasks",
            summary = "List what colleagues have taken",
            description = "For supervisors, to hand it back for them; for everybody else an empty list.")
    public List<WorkItem> takenByColleagues() {
        return work.takenByColleagues();
    }

    @GET
    @Path("/asked")
    @Operation(
            operationId = "listAsked",
            summary = "List what the caller asked of others and waits for",
            description =
                    "Soonest due first. A row tells what was asked of whom and by when they must act, never a name.")
    public Page<Asked> asked(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return work.waitingFor(new AskedQuery(cursor, Limit.of(limit)));
    }

    @POST
    @Path("/{taskId}/claim")
    @Operation(operationId = "claimTask", summary = "Take a task that is offered to the caller")
    public void claim(@PathParam("taskId") TaskId taskId) {
        work.claim(taskId);
    }

    @POST
    @Path("/{taskId}/hand-back")
    @Operation(
            operationId = "handBackTask",
            summary = "Offer a task to its group again",
            description = "One's own, or as a supervisor anybody's.")
    public void handBack(@PathParam("taskId") TaskId taskId) {
        work.handBack(taskId);
    }
}
