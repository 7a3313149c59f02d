package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.counselling.CaseloadService;
import org.alongside.shared.WarningId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** That a counsellor carries more than the limit. */
@Path("/caseload-warnings/{warningId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Counsellors")
public class CaseloadWarningResource {

    @Inject
    private CaseloadService caseloads;

    @PathParam("warningId")
    private WarningId warningId;

    @POST
    @Path("/look")
    @Operation(
            operationId = "lookAtCaseload",
            summary = "Say that one has looked at what they carry",
            description = "By a supervisor of the house; nobody looks at what they carry themselves.")
    public void look() {
        caseloads.looked(warningId);
    }
}
