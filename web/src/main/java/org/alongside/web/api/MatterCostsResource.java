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
import java.util.UUID;
import org.alongside.proceeding.CostService;
import org.alongside.proceeding.NewCost;
import org.alongside.proceeding.NewCost.NewRefund;
import org.alongside.proceeding.NewTakingBack;
import org.alongside.proceeding.Restitution.Costs;
import org.alongside.shared.MatterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one legal matter costs. */
@Path("/matters/{matterId}/costs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class MatterCostsResource {

    @Inject
    private CostService costs;

    @PathParam("matterId")
    private MatterId matterId;

    @GET
    @Operation(
            operationId = "readCosts",
            summary = "Read what a matter costs",
            description = "Her lawyer's own, with a sum for each currency.")
    public Costs read() {
        return costs.of(matterId);
    }

    @POST
    @Operation(operationId = "noteCost", summary = "Write down a cost")
    public void note(NewCost cost, @HeaderParam(Keys.NAME) String key) {
        costs.note(matterId, cost, key);
    }

    @POST
    @Path("/{costId}/refund")
    @Operation(
            operationId = "refundCost",
            summary = "Say that a cost came back",
            description = "To whoever bore it, once.")
    public void refund(@PathParam("costId") UUID costId, NewRefund refund) {
        costs.refund(matterId, costId, refund);
    }

    @POST
    @Path("/{costId}/withdrawal")
    @Operation(
            operationId = "withdrawCost",
            summary = "Say that a cost was written down by mistake",
            description = "It stays to be seen and does not count.")
    public void withdraw(@PathParam("costId") UUID costId, NewTakingBack mistake) {
        costs.withdraw(matterId, costId, mistake);
    }
}
