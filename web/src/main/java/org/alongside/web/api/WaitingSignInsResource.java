package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.guardian.GuardianSignInService;
import org.alongside.guardian.WaitingSignIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The guardians whose sign-in waits for the caller's word. */
@Path("/waiting-sign-ins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class WaitingSignInsResource {

    @Inject
    private GuardianSignInService signIns;

    @GET
    @Operation(
            operationId = "listWaitingSignIns",
            summary = "List the files that you are asked to open to a guardian",
            description = "By their codes, the oldest first; never those that you named yourself.")
    public List<WaitingSignIn> waiting() {
        return signIns.waiting();
    }
}
