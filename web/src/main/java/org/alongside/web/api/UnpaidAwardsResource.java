package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.alongside.proceeding.Restitution.Unpaid;
import org.alongside.proceeding.RestitutionService;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was ordered and is not paid, of the caller's people. */
@Path("/unpaid-awards")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class UnpaidAwardsResource {

    @Inject
    private RestitutionService restitution;

    @GET
    @Operation(
            operationId = "listUnpaidAwards",
            summary = "List what was ordered and is not paid",
            description = "In matters of the caller's house, also in closed ones. The oldest matter first.")
    public Page<Unpaid> unpaid(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return restitution.unpaid(cursor, Limit.of(limit));
    }
}
