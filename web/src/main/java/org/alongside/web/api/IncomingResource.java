package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.referral.IncomingService;
import org.alongside.referral.IncomingService.IncomingQuery;
import org.alongside.referral.ReferralView;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What others ask of the caller's organisation. */
@Path("/incoming")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incoming", description = "What others ask of the caller's organisation")
public class IncomingResource {

    @Inject
    private IncomingService incoming;

    @GET
    @Operation(
            operationId = "listIncoming",
            summary = "List the cards that wait for an answer",
            description = "Codes only, no identity; the one that runs out first on top.")
    public Page<ReferralView.Card> waiting(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return incoming.waiting(new IncomingQuery(cursor, Limit.of(limit)));
    }

    @GET
    @Path("/count")
    @Operation(operationId = "countIncoming", summary = "Count the cards whose clock runs")
    public Waiting count() {
        return new Waiting(incoming.countWaiting());
    }

    @GET
    @Path("/answered")
    @Operation(
            operationId = "listAnswered",
            summary = "List the cards answered in the last seven days",
            description = "Newest first, at most 20.")
    public List<ReferralView.Card> answered() {
        return incoming.answered();
    }
}
