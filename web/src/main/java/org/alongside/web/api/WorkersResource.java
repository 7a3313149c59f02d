package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.organisation.StillTheirs;
import org.alongside.organisation.WorkerService;
import org.alongside.organisation.WorkerView;
import org.alongside.shared.WorkerId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One who works or worked somewhere, for administrators. */
@Path("/workers/{workerId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class WorkersResource {

    @Inject
    private WorkerService workers;

    @PathParam("workerId")
    private WorkerId id;

    @GET
    @Operation(operationId = "readWorker", summary = "Read who works there and how their login stands")
    public WorkerView read() {
        return workers.worker(id);
    }

    @PUT
    @Path("/roles")
    @Operation(
            operationId = "changeRoles",
            summary = "Change what somebody does there",
            description =
                    "A sign-in under way keeps its roles for five minutes at most; what they had taken is offered again.")
    public void changeRoles(Roles roles) {
        workers.changeRoles(id, roles.roles());
    }

    @GET
    @Path("/left-behind")
    @Operation(
            operationId = "readStillTheirs",
            summary = "Read how much is still theirs",
            description = "In numbers alone: their supervisor sees which, and hands it over.")
    public StillTheirs stillTheirs() {
        return workers.stillTheirs(id);
    }

    @POST
    @Path("/departure")
    @Operation(
            operationId = "recordDeparture",
            summary = "Record that somebody works there no more",
            description = "They are refused from this instant; the login is closed as soon as the sign-in answers.")
    public void leave() {
        workers.leave(id);
    }

    @POST
    @Path("/login")
    @Operation(operationId = "tellSignInAgain", summary = "Tell the sign-in again what it could not be told")
    public void tellAgain() {
        workers.tellAgain(id);
    }

    /** Codes of user_role. */
    public record Roles(List<String> roles) {}
}
