package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.attestation.AttestationService;
import org.alongside.attestation.AttestationView;
import org.alongside.attestation.NewAttestation;
import org.alongside.shared.AttestationId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What holders are asked to attest after a withdrawal. */
@Path("/attestations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Attestations",
        description = "Return or destruction of what an organisation got, after a survivor took her agreement back")
public class AttestationsResource {

    @Inject
    private AttestationService attestations;

    @GET
    @Operation(
            operationId = "listAttestations",
            summary = "List what the caller's organisation is asked to attest",
            description = "What waits first, at most 100. Ids, codes and instants, nothing of the person.")
    public List<AttestationView> askedOfUs() {
        return attestations.askedOfUs();
    }

    @GET
    @Path("/{attestationId}")
    @Operation(
            operationId = "readAttestation",
            summary = "Read one request to attest",
            description = "For the holder and for those who lead the file.")
    public AttestationView read(@PathParam("attestationId") AttestationId attestationId) {
        return attestations.find(attestationId);
    }

    @POST
    @Path("/{attestationId}/answer")
    @Operation(
            operationId = "attestReturn",
            summary = "Attest return or destruction",
            description = "By somebody of the holder, once. What a law makes it keep is named by a code.")
    public void attest(@PathParam("attestationId") AttestationId attestationId, NewAttestation attestation) {
        attestations.attest(attestationId, attestation);
    }

    @POST
    @Path("/{attestationId}/stop")
    @Operation(
            operationId = "stopAsking",
            summary = "Expect no answer any more",
            description = "By a supervisor of the lead, once it is late; it stays on the file that nobody attested.")
    public void stop(@PathParam("attestationId") AttestationId attestationId) {
        attestations.stopAsking(attestationId);
    }
}
