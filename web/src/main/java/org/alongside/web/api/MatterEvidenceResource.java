package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.alongside.evidence.EvidenceService;
import org.alongside.evidence.EvidenceService.EvidenceRegister;
import org.alongside.evidence.EvidenceView.EvidenceCheck;
import org.alongside.evidence.NewEvidence;
import org.alongside.evidence.NewEvidence.NewCheck;
import org.alongside.evidence.NewEvidence.NewCustody;
import org.alongside.shared.MatterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of evidence of one legal matter. */
@Path("/matters/{matterId}/evidence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class MatterEvidenceResource {

    @Inject
    private EvidenceService evidence;

    @PathParam("matterId")
    private MatterId matterId;

    @GET
    @Operation(
            operationId = "readEvidence",
            summary = "Read the evidence of a matter",
            description = "Her lawyer's own, with whose hands each piece went through.")
    public EvidenceRegister read() {
        return evidence.of(matterId);
    }

    @POST
    @Operation(
            operationId = "enterEvidence",
            summary = "Enter evidence",
            description = "A document of the matter, with its own hashes, or something that is kept elsewhere.")
    public void enter(NewEvidence entered, @HeaderParam(Keys.NAME) String key) {
        evidence.enter(matterId, entered, key);
    }

    @POST
    @Path("/{evidenceId}/entries")
    @Operation(
            operationId = "correctEvidence",
            summary = "Say anew what a piece of evidence is",
            description = "What was said before stays beside it.")
    public void correct(
            @PathParam("evidenceId") UUID evidenceId, NewEvidence entered, @HeaderParam(Keys.NAME) String key) {
        evidence.correct(matterId, evidenceId, entered, key);
    }

    @POST
    @Path("/{evidenceId}/custody")
    @Operation(
            operationId = "handEvidenceOn",
            summary = "Write down from whose hands into whose it went",
            description = "In its order, by whoever has it. What mends a link stands beside it.")
    public void hand(@PathParam("evidenceId") UUID evidenceId, NewCustody link, @HeaderParam(Keys.NAME) String key) {
        evidence.hand(matterId, evidenceId, link, key);
    }

    @POST
    @Path("/{evidenceId}/checks")
    @Operation(
            operationId = "checkEvidence",
            summary = "Check whether it is still what was written down",
            description =
                    "A document is read anew; of what is kept elsewhere its holder says the hash. How it ended is kept.")
    public EvidenceCheck check(@PathParam("evidenceId") UUID evidenceId, NewCheck asked) {
        return evidence.check(matterId, evidenceId, asked);
    }
}
