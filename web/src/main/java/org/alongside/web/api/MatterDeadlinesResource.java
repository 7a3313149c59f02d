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
import java.util.List;
import java.util.UUID;
import org.alongside.proceeding.DeadlineService;
import org.alongside.proceeding.DeadlineView;
import org.alongside.proceeding.NewDeadline;
import org.alongside.proceeding.NewDeadline.NewDeadlineEnd;
import org.alongside.proceeding.NewDeadline.NewPermit;
import org.alongside.shared.MatterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The deadlines and permits of one legal matter. */
@Path("/matters/{matterId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class MatterDeadlinesResource {

    @Inject
    private DeadlineService deadlines;

    @PathParam("matterId")
    private MatterId matterId;

    @GET
    @Path("/deadlines")
    @Operation(
            operationId = "listDeadlines",
            summary = "List the deadlines and permits of a matter",
            description = "Those that run first, the nearest foremost. What they are about is her lawyer's own.")
    public List<DeadlineView> list() {
        return deadlines.of(matterId);
    }

    @POST
    @Path("/deadlines")
    @Operation(
            operationId = "setDeadline",
            summary = "Set a deadline",
            description =
                    "Reckoned from an event by the calendar of a court, or said; said besides, it may be sooner and never later.")
    public void set(NewDeadline deadline, @HeaderParam(Keys.NAME) String key) {
        deadlines.set(matterId, deadline, key);
    }

    @POST
    @Path("/permits")
    @Operation(
            operationId = "notePermit",
            summary = "Write down a permit",
            description = "Or the one that follows on another, which is renewed by it.")
    public void permit(NewPermit permit, @HeaderParam(Keys.NAME) String key) {
        deadlines.permit(matterId, permit, key);
    }

    @POST
    @Path("/deadlines/{deadlineId}/end")
    @Operation(operationId = "endDeadline", summary = "Say how a deadline or a permit ended")
    public void end(@PathParam("deadlineId") UUID deadlineId, NewDeadlineEnd end) {
        deadlines.end(matterId, deadlineId, end);
    }
}
