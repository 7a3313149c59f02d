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
import org.alongside.courtorder.CourtOrderService;
import org.alongside.courtorder.CourtOrderView;
import org.alongside.courtorder.NewCourtOrder;
import org.alongside.courtorder.NewCourtOrder.NewObjectionResult;
import org.alongside.courtorder.NewCourtOrder.NewOrderCheck;
import org.alongside.courtorder.NewCourtOrder.NewOrderEnd;
import org.alongside.shared.CaseId;
import org.alongside.shared.CourtOrderId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Subpoenas and court orders for what is known of her. */
@Path("/cases/{caseId}/court-orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Court orders",
        description =
                "Subpoenas and orders for what is known of her: checked by her lawyer, and answered with the least by a disclosure")
public class CaseCourtOrdersResource {

    @Inject
    private CourtOrderService orders;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(operationId = "listCourtOrders", summary = "Read court orders and what came of them")
    public CourtOrderView read() {
        return orders.of(caseId);
    }

    @POST
    @Operation(
            operationId = "receiveCourtOrder",
            summary = "Write down an order that came",
            description = "Her lawyer is asked to check it, or who leads and their data protection to find her one.")
    public void receive(NewCourtOrder order, @HeaderParam(Keys.NAME) String key) {
        orders.receive(caseId, order, key);
    }

    @POST
    @Path("/{courtOrderId}/check")
    @Operation(
            operationId = "checkCourtOrder",
            summary = "Say as her lawyer what of it holds",
            description = "What is never handed out on an order cannot be said to hold.")
    public void check(@PathParam("courtOrderId") CourtOrderId courtOrderId, NewOrderCheck said) {
        orders.check(caseId, courtOrderId, said);
    }

    @POST
    @Path("/{courtOrderId}/objection")
    @Operation(operationId = "decideObjection", summary = "Say what the court said of the objection")
    public void objection(@PathParam("courtOrderId") CourtOrderId courtOrderId, NewObjectionResult said) {
        orders.objection(caseId, courtOrderId, said);
    }

    @POST
    @Path("/{courtOrderId}/end")
    @Operation(operationId = "endCourtOrder", summary = "Say that nothing is handed out on it")
    public void end(@PathParam("courtOrderId") CourtOrderId courtOrderId, NewOrderEnd end) {
        orders.end(caseId, courtOrderId, end);
    }
}
