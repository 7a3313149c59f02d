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
import org.alongside.oversight.SeenService;
import org.alongside.shared.CaseId;
import org.alongside.web.print.HerPaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who has seen her file, on paper, for the survivor. */
@Path("/cases/{caseId}/accesses/print")
@RequestScoped
@Tag(name = Paper.TAG, description = Paper.DESCRIPTION)
public class AccessesPrintResource {

    @Inject
    private SeenService seen;

    @GET
    @Produces(Paper.PDF)
    @Operation(
            operationId = "printAccesses",
            summary = "Print for the survivor what she agreed to and who has seen her file",
            description =
                    "By organisation and day, in plain words, in the language of Accept-Language. Of a house that shelters,"
                            + " of police and of prosecution it tells what rests on her own word to them alone.")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("caseId") CaseId caseId, @Context HttpHeaders headers) {
        return Paper.of(HerPaper.pdf(seen.print(caseId), Paper.language(headers)));
    }
}
