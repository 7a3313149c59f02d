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
import org.alongside.evidence.LegalFileService;
import org.alongside.shared.CaseId;
import org.alongside.web.print.LegalFilePaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What her lawyers keep in their matters, on one paper. */
@Path("/cases/{caseId}/legal/print")
@RequestScoped
@Tag(name = Paper.TAG, description = Paper.DESCRIPTION)
public class LegalFilePrintResource {

    @Inject
    private LegalFileService file;

    @GET
    @Produces(Paper.PDF)
    @Operation(
            operationId = "printLegalFile",
            summary = "Print the lawyers' file",
            description =
                    "The matters that the caller's house keeps for her, with payments, costs and evidence: her lawyer's alone, in the"
                            + " language of Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("caseId") CaseId caseId, @Context HttpHeaders headers) {
        return Paper.of(LegalFilePaper.pdf(file.print(caseId), Paper.language(headers)));
    }
}
