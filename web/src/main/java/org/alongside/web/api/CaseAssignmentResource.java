package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.organisation.TeamService;
import org.alongside.organisation.TeamService.NewAssignment;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who of the caller's team works on a case. */
@Path("/cases/{caseId}/assignment")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Team")
public class CaseAssignmentResource {

    @Inject
    private TeamService team;

    @POST
    @Operation(
            operationId = "assignCase",
            summary = "Give a case to somebody else of the team",
            description = "It opens to them and closes to the one before, in this instant.")
    public void assign(@PathParam("caseId") CaseId caseId, NewAssignment assignment) {
        team.assign(caseId, assignment);
    }
}
