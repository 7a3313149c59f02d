package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.missing.MissingCount;
import org.alongside.missing.MissingService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many are missing, for coordinators. */
@Path("/missing-counts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Missing")
public class MissingCountsResource {

    @Inject
    private MissingService missing;

    @GET
    @Operation(
            operationId = "countMissing",
            summary = "Count who is missing",
            description = "Children and adults, still looked for or unresolved; not of which house, and not who.")
    public List<MissingCount> count() {
        return missing.counts();
    }
}
