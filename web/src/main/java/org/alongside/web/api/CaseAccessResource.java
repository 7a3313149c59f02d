package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.access.Reach;
import org.alongside.oversight.Seen;
import org.alongside.oversight.SeenService;
import org.alongside.shared.CaseId;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a file is open to its reader, and who has seen it. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = CaseAccessResource.TAG, description = CaseAccessResource.DESCRIPTION)
public class CaseAccessResource {

    static final String TAG = "Who sees what";
    static final String DESCRIPTION = "Why a file is open to its reader, who has seen it, and the audit";

    @Inject
    private SeenService seen;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/access")
    @Operation(
            operationId = "explainAccess",
            summary = "Read why a file is open to the caller",
            description = "Every live grant that opens something of it to them, and what makes it reach them.")
    public List<Reach> why() {
        return seen.why(caseId);
    }

    @GET
    @Path("/accesses")
    @Operation(
            operationId = "listAccesses",
            summary = "List who has seen a file",
            description =
                    "Newest first; for caseworker and supervisor of the organisation that leads. Of others' people the"
                            + " organisation is told and no name.")
    public Page<Seen> seen(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return seen.seen(caseId, cursor, Limit.of(limit));
    }
}
