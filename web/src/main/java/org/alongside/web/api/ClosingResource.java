package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.closing.ClosingService;
import org.alongside.shared.ClosingId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One proposal to close a case: agree to it, send it back, take it back. */
@Path("/closings/{closingId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Closing")
public class ClosingResource {

    @Inject
    private ClosingService closings;

    @PathParam("closingId")
    private ClosingId closingId;

    @POST
    @Path("/approval")
    @Operation(
            operationId = "approveClosing",
            summary = "Agree, as a supervisor who never proposed it, and close the case",
            description = "What was open to others ends in this instant, and so does every task about the case.")
    public void approve() {
        closings.approve(closingId);
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "sendBackClosing",
            summary = "Send it back, as a supervisor who never proposed it, with what to change")
    public void sendBack(ClosingSentBack sentBack) {
        closings.sendBack(closingId, sentBack.change());
    }

    @POST
    @Path("/withdrawal")
    @Operation(
            operationId = "withdrawClosing",
            summary = "Take it back: the case stays open",
            description = "Also one that was sent back, until another is proposed.")
    public void withdraw() {
        closings.withdraw(closingId);
    }

    /** What is to be changed before the case can be closed. */
    public record ClosingSentBack(@NotNull @Size(max = 500) String change) {}
}
