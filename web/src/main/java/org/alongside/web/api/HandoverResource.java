package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.handover.HandoverService;
import org.alongside.handover.HandoverService.IncomingHandover;
import org.alongside.handover.IncomingHandoverService;
import org.alongside.shared.CaseId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.WorkerId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One offer of the lead: what the lead does with it, and what the other organisation does. */
@Path("/handovers/{handoverId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Handing over")
public class HandoverResource {

    @Inject
    private HandoverService handovers;

    @Inject
    private IncomingHandoverService incoming;

    @PathParam("handoverId")
    private HandoverId handoverId;

    @GET
    @Operation(
            operationId = "readHandoverCard",
            summary = "Read what another organisation offers",
            description = "A card without identity, and who could be named to lead. For supervisors who are asked.")
    public IncomingHandover read() {
        return incoming.read(handoverId);
    }

    @POST
    @Path("/approval")
    @Operation(
            operationId = "approveHandover",
            summary = "Let it go out, as a supervisor who did not offer it",
            description = "The other organisation sees the card; the lead stays responsible.")
    public void approve() {
        handovers.approve(handoverId);
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "sendBackHandover",
            summary = "Send it back, as a supervisor who did not offer it, with what to change")
    public void sendBack(HandoverSentBack sentBack) {
        handovers.sendBack(handoverId, sentBack.change());
    }

    @POST
    @Path("/withdrawal")
    @Operation(operationId = "withdrawHandover", summary = "Take it back before it is answered: the lead stays")
    public void withdraw() {
        handovers.withdraw(handoverId);
    }

    @POST
    @Path("/settlement")
    @Operation(
            operationId = "settleHandover",
            summary = "Go on leading after it came back",
            description = "Nobody is asked about it any more.")
    public void settle() {
        handovers.settle(handoverId);
    }

    @POST
    @Path("/acceptance")
    @Operation(
            operationId = "acceptHandover",
            summary = "Take over the lead and name the caseworker",
            description = "In this instant everything that hangs on the case is theirs, and nothing is the old lead's.")
    public TakenOver accept(HandoverAcceptance acceptance) {
        return new TakenOver(incoming.accept(handoverId, acceptance.caseworker()));
    }

    @POST
    @Path("/decline")
    @Operation(
            operationId = "declineHandover",
            summary = "Decline with a coded reason",
            description = "The old lead goes on and is told.")
    public void decline(HandoverDecline decline) {
        incoming.decline(handoverId, decline.reason());
    }

    /** What is to be changed before the lead can be offered. */
    public record HandoverSentBack(@NotNull @Size(max = 500) String change) {}

    /** Who leads the case from now on. */
    @Schema(name = "HandoverAcceptance")
    public record HandoverAcceptance(WorkerId caseworker) {}

    /** Why it is declined. */
    @Schema(name = "HandoverDecline")
    public record HandoverDecline(String reason) {}

    /** The case that is led here from now on. */
    @Schema(name = "TakenOver")
    public record TakenOver(CaseId caseId) {}
}
