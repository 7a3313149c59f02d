package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.proceeding.Restitution;
import org.alongside.proceeding.RestitutionService;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was claimed, ordered and really paid for one survivor. */
@Path("/cases/{caseId}/restitution")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class CaseRestitutionResource {

    @Inject
    private RestitutionService restitution;

    @GET
    @Operation(
            operationId = "readRestitution",
            summary = "Read the restitution ledger of a case",
            description =
                    "What was claimed, ordered and really paid in each matter, and what she has in her hand, by currency. Her lawyer's own.")
    public Restitution read(@PathParam("caseId") CaseId caseId) {
        return restitution.of(caseId);
    }
}
