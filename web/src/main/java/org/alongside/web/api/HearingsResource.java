package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.alongside.proceeding.DueHearing;
import org.alongside.proceeding.ProceedingService;
import org.alongside.proceeding.ProceedingService.HearingQuery;
import org.alongside.shared.Check;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hearings and deadlines of the caller's people. */
@Path("/hearings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class HearingsResource {

    private static final String A_WEEK = "7";

    @Inject
    private ProceedingService proceedings;

    @GET
    @Operation(
            operationId = "listHearings",
            summary = "List hearings and deadlines",
            description = "For lawyers those of their own matters, also past ones that wait for what follows;"
                    + " for who leads those to come. Soonest first.")
    public Page<DueHearing> hearings(
            @QueryParam("within") @DefaultValue(A_WEEK) String within,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        new Check()
                .that(within.matches("[0-9]{1,3}"), "within", "days-range", HearingQuery.FARTHEST)
                .orRefuse();
        return proceedings.hearings(new HearingQuery(Integer.parseInt(within), cursor, Limit.of(limit)));
    }
}
