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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.referral.NewReferral;
import org.alongside.referral.ReferralPreview;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralService.ServiceQuery;
import org.alongside.referral.ReferralView;
import org.alongside.referral.SuitableService;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking another organisation for help for one survivor: who could, what they would see, and ask. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals", description = "Asking another organisation for help")
public class CaseReferralsResource {

    @Inject
    private ReferralService referrals;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/services")
    @Operation(
            operationId = "listSuitableServices",
            summary = "List the services that might help her",
            description = "The best fit first, each with what stands against asking it.")
    public List<SuitableService> suitable(@QueryParam("type") String type, @QueryParam("region") String region) {
        return referrals.suitable(caseId, new ServiceQuery(type, region));
    }

    @POST
    @Path("/referral-previews")
    @Operation(
            operationId = "previewReferral",
            summary = "See what the recipient would see",
            description = "Before and after acceptance, and what stands against sending. Nothing is written.")
    public ReferralPreview preview(NewReferral referral) {
        return referrals.preview(caseId, referral);
    }

    @GET
    @Path("/referrals")
    @Operation(
            operationId = "listReferrals",
            summary = "List the referrals of a case",
            description = "As far as they are the caller's, newest first.")
    public List<ReferralView.Whole> of() {
        return referrals.of(caseId);
    }

    @POST
    @Path("/referrals")
    @Operation(
            operationId = "refer",
            summary = "Ask another organisation for help",
            description = "Goes out at once, or first to a second person of the sender; the preview says which.")
    @APIResponse(
            responseCode = "201",
            description = "The referral is handed in",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response refer(NewReferral referral, @HeaderParam(Keys.NAME) String key) {
        return Made.at("referrals", referrals.refer(caseId, referral, key).value());
    }
}
