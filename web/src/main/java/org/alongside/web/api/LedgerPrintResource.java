package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.alongside.attestation.LedgerService;
import org.alongside.shared.CaseId;
import org.alongside.web.print.LedgerPaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that a survivor agreed to, keeps back and said no to, on one paper. */
@Path("/cases/{caseId}/ledger/print")
@RequestScoped
@Tag(name = Paper.TAG, description = Paper.DESCRIPTION)
public class LedgerPrintResource {

    @Inject
    private LedgerService ledger;

    @GET
    @Produces(Paper.PDF)
    @Operation(
            operationId = "printLedger",
            summary = "Print what she agreed to",
            description = "In plain words, in her language where the product speaks it, else in English with a note.")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("caseId") CaseId caseId) {
        return Paper.of(LedgerPaper.pdf(ledger.print(caseId)));
    }
}
