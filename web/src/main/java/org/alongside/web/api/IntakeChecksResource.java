package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.NewCase;
import org.alongside.shared.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looks at an intake before it is handed in. */
@Path("/intake-checks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class IntakeChecksResource {

    @Inject
    private CaseService cases;

    @POST
    @Operation(
            operationId = "checkIntake",
            summary = "See what stands against opening a file with that intake",
            description = "Nothing is written; an empty list: it can be opened.")
    public List<Reason> check(NewCase intake) {
        return cases.check(intake);
    }
}
