package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.handover.HandoverCard;
import org.alongside.handover.IncomingHandoverService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What other organisations offer the caller's to lead. */
@Path("/handovers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handing over")
public class HandoversResource {

    @Inject
    private IncomingHandoverService incoming;

    @GET
    @Operation(
            operationId = "listHandovers",
            summary = "List what waits for an answer",
            description = "Cards without identity, soonest to run out first. For supervisors.")
    public List<HandoverCard> waiting() {
        return incoming.waiting();
    }
}
