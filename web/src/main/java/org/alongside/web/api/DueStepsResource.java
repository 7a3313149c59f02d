package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.alongside.careplan.DueStep;
import org.alongside.careplan.StepService;
import org.alongside.careplan.StepService.DueQuery;
import org.alongside.shared.Check;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is due for the caller's people. */
@Path("/due-steps")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Care plan")
public class DueStepsResource {

    private static final String A_WEEK = "7";

    @Inject
    private StepService steps;

    @GET
    @Operation(
            operationId = "listDueSteps",
            summary = "List the steps that are due",
            description = "Open steps of the caller's people, overdue ones first, by their day.")
    public Page<DueStep> due(
            @QueryParam("days") @DefaultValue(A_WEEK) String days,
            @QueryParam("everybody") @DefaultValue("false") String everybody,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        new Check()
                .that(days.matches("[0-9]{1,2}"), "days", "days-range", DueQuery.FARTHEST)
                .that(everybody.matches("true|false"), "everybody", "true-or-false")
                .orRefuse();
        return steps.due(
                new DueQuery(Integer.parseInt(days), Boolean.parseBoolean(everybody), cursor, Limit.of(limit)));
    }
}
