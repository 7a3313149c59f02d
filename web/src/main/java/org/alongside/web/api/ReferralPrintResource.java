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
import org.alongside.referral.ReferralService;
import org.alongside.shared.ReferralId;
import org.alongside.web.print.ReferralLetter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A referral on paper. */
@Path("/referrals/{referralId}/print")
@RequestScoped
@Tag(name = Paper.TAG, description = Paper.DESCRIPTION)
public class ReferralPrintResource {

    @Inject
    private ReferralService referrals;

    @GET
    @Produces(Paper.PDF)
    @Operation(
            operationId = "printReferral",
            summary = "Print a referral as a letter",
            description =
                    "Until it is accepted the card alone, also for the sender; in the language of Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("referralId") ReferralId referralId, @Context HttpHeaders headers) {
        return Paper.of(ReferralLetter.pdf(referrals.print(referralId), Paper.language(headers)));
    }
}
