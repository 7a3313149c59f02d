package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.courtorder.CourtOrderService;
import org.alongside.courtorder.OrderWithoutLawyer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Court orders for those to whom no file is open for it. */
@Path("/court-orders-without-lawyer")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Court orders")
public class CourtOrdersResource {
    @Inject
    private CourtOrderService orders;

    @GET
    @Operation(
            operationId = "listOrdersWithoutLawyer",
            summary = "List court orders that wait for a lawyer to be found",
            description =
                    "For the data protection of who leads, without the file; the one whose last day comes first on top, at most 100.")
    public List<OrderWithoutLawyer> list() {
        return orders.withoutLawyer();
    }
}
