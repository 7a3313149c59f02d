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
import org.alongside.consent.ConsentService;
import org.alongside.shared.ConsentId;
import org.alongside.web.print.ConsentForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A consent on paper. */
@Path("/consents/{consentId}/print")
@RequestScoped
@Tag(name = Paper.TAG, description = Paper.DESCRIPTION)
public class ConsentPrintResource {

    @Inject
    private ConsentService consents;

    @GET
    @Produces(Paper.PDF)
    @Operation(
            operationId = "printConsent",
            summary = "Print a consent",
            description = "In plain words with lines to sign on, in the language of Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("consentId") ConsentId consentId, @Context HttpHeaders headers) {
        return Paper.of(ConsentForm.pdf(consents.print(consentId), Paper.language(headers)));
    }
}
