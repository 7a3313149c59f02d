package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.attestation.AttestationService;
import org.alongside.attestation.AttestationView;
import org.alongside.attestation.SharedView;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What had been shared of one case, and what became of it where she took her agreement back. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attestations")
public class CaseSharedResource {

    @Inject
    private AttestationService attestations;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/shared")
    @Operation(
            operationId = "listShared",
            summary = "List what had been shared",
            description =
                    "With whom, which kinds of information, since when and until when, and when it was last opened there; the latest first.")
    public List<SharedView> shared() {
        return attestations.shared(caseId);
    }

    @GET
    @Path("/attestations")
    @Operation(
            operationId = "listAskedBack",
            summary = "List what was asked back",
            description = "Newest first: who has attested, who is still asked, who is late.")
    public List<AttestationView> askedBack() {
        return attestations.of(caseId);
    }
}
