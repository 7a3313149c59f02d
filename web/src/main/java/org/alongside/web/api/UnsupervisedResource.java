package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.tie.TeamTieService;
import org.alongside.tie.Unsupervised;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Teams that need another supervisor. */
@Path("/unsupervised-teams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ties")
public class UnsupervisedResource {

    @Inject
    private TeamTieService ties;

    @GET
    @Operation(
            operationId = "listUnsupervised",
            summary = "List teams with open cases that nobody of them can open",
            description = "How many, and no case: the administrator names another supervisor.")
    public List<Unsupervised> unsupervised() {
        return ties.unsupervised();
    }
}
