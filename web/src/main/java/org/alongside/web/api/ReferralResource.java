package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralView;
import org.alongside.shared.ReferralId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One referral, as the caller may see it. */
@Path("/referrals/{referralId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class ReferralResource {

    @Inject
    private ReferralService referrals;

    @GET
    @Operation(
            operationId = "readReferral",
            summary = "Read a referral",
            description = "The card alone (view CARD), or with the case behind it (view WHOLE).")
    @APIResponse(
            responseCode = "200",
            description = "The referral as the caller may see it",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response read(@PathParam("referralId") ReferralId referralId) {
        ReferralView view = referrals.find(referralId);
        return Versions.tagged(view, view.version());
    }
}
