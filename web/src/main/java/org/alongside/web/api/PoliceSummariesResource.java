package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.police.PoliceService;
import org.alongside.police.PoliceStore.PoliceWord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What agencies told coordinators who decide. */
@Path("/police-summaries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Police store")
public class PoliceSummariesResource {

    @Inject
    private PoliceService police;

    @GET
    @Operation(
            operationId = "listPoliceSummaries",
            summary = "List what agencies told for a decision",
            description = "For coordinators of a competent authority, the newest first, at most 100.")
    public List<PoliceWord> list() {
        return police.summaries();
    }
}
