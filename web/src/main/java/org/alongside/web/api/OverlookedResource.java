package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.worklist.Overlooked;
import org.alongside.worklist.OverlookedService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What organisations leave undone, for coordinators. */
@Path("/overlooked")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coordination")
public class OverlookedResource {

    @Inject
    private OverlookedService overlooked;

    @GET
    @Operation(
            operationId = "listOverlooked",
            summary = "List what organisations leave undone",
            description =
                    "By organisation and kind, at most 200, as it was found in the last hour; nothing of what it is about.")
    public List<Overlooked> list() {
        return overlooked.list();
    }
}
