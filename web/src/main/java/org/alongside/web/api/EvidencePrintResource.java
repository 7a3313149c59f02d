package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.alongside.evidence.EvidenceService;
import org.alongside.shared.MatterId;
import org.alongside.web.print.CustodyPaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chain of a piece of evidence on paper. */
@Path("/matters/{matterId}/evidence/{evidenceId}/print")
@RequestScoped
@Tag(name = Paper.TAG, description = Paper.DESCRIPTION)
public class EvidencePrintResource {

    @Inject
    private EvidenceService evidence;

    @GET
    @Produces(Paper.PDF)
    @Operation(
            operationId = "printEvidence",
            summary = "Print the chain of a piece of evidence",
            description =
                    "Whose hands it went through, with the links that were mended; in the language of Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @PathParam("matterId") MatterId matterId,
            @PathParam("evidenceId") UUID evidenceId,
            @Context HttpHeaders headers) {
        return Paper.of(CustodyPaper.pdf(evidence.print(matterId, evidenceId), Paper.language(headers)));
    }
}
