package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.alongside.referral.NewReferral;
import org.alongside.referral.ReferralService;
import org.alongside.referral.RenewalService;
import org.alongside.shared.ReferralId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the sender of a referral does with it. */
@Path("/referrals/{referralId}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals: the sender", description = "What the sender of a referral does with it")
public class SenderResource {

    @Inject
    private ReferralService referrals;

    @Inject
    private RenewalService renewals;

    @Inject
    private CallersVersion version;

    @PathParam("referralId")
    private ReferralId referralId;

    @HeaderParam(HttpHeaders.IF_MATCH)
    private String ifMatch;

    @POST
    @Path("/approval")
    @Operation(
            operationId = "approveReferral",
            summary = "Agree as a second person",
            description = "The card goes out. Nobody agrees to what they asked for themselves.")
    public void approve() {
        version.on(ifMatch, referrals).approve(referralId);
    }

    @POST
    @Path("/return")
    @Operation(operationId = "sendBackReferral", summary = "Send it back as a second person, with what to change")
    public void sendBack(SentBack words) {
        version.on(ifMatch, referrals).sendBack(referralId, words.reason());
    }

    @POST
    @Path("/resubmission")
    @Operation(
            operationId = "resubmitReferral",
            summary = "Hand in again, changed, what was sent back",
            description = "To the same organisation.")
    public void resubmit(NewReferral referral) {
        version.on(ifMatch, referrals).referAgain(referralId, referral);
    }

    @POST
    @Path("/review")
    @Operation(
            operationId = "reviewReferral",
            summary = "Look, as a second person, at an emergency that went out at once",
            description = "However it ended since.")
    public void review() {
        version.on(ifMatch, referrals).review(referralId);
    }

    @POST
    @Path("/answer")
    @Operation(operationId = "answerQuestion", summary = "Answer the recipient's question with a code")
    public void answer(Answer answer) {
        version.on(ifMatch, referrals).answer(referralId, answer.answer());
    }

    @POST
    @Path("/renewal")
    @Operation(
            operationId = "renewReferral",
            summary = "Go on under a newer consent for the same organisation and purpose",
            description =
                    "What she did not agree to this time is left out; where help was accepted, the rest opens again.")
    public void renew() {
        version.on(ifMatch, renewals).renew(referralId);
    }

    @POST
    @Path("/revocation")
    @Operation(
            operationId = "revokeReferral",
            summary = "Call it back",
            description = "At any open state; what it opened closes in this instant.")
    public void revoke(Revocation revocation) {
        version.on(ifMatch, referrals).revoke(referralId, revocation.reason());
    }

    @POST
    @Path("/survivor-decline")
    @Operation(
            operationId = "declineBySurvivor",
            summary = "Record that the survivor does not want it any more",
            description = "At any open state; what it opened closes in this instant.")
    public void declineBySurvivor() {
        version.on(ifMatch, referrals).declineBySurvivor(referralId);
    }

    @POST
    @Path("/error")
    @Operation(
            operationId = "enterInError",
            summary = "Mark it as never meant to be",
            description = "It closes, and is kept for the audit.")
    public void enterInError() {
        version.on(ifMatch, referrals).enterInError(referralId);
    }

    @POST
    @Path("/end-of-search")
    @Operation(
            operationId = "endSearch",
            summary = "Say that no next provider is looked for",
            description =
                    "Of a declined or expired referral: none was found, or none is needed. On a waiting list the search stays open.")
    public void endSearch() {
        version.on(ifMatch, referrals).endSearch(referralId);
    }

    @POST
    @Path("/safety-check")
    @Operation(operationId = "checkSafety", summary = "Record that she is safe, after she did not attend")
    public void checkSafety() {
        version.on(ifMatch, referrals).checkSafety(referralId);
    }

    /** What to change before a second person agrees. */
    public record SentBack(
            @Schema(description = "What to change, in words", maxLength = 500)
            String reason) {}

    /** An answer to the recipient's question. */
    @Schema(name = "ReferralAnswer")
    public record Answer(
            @Schema(description = "Code of referral_answer") String answer) {}

    /** Why a referral is called back. */
    @Schema(name = "ReferralRevocation")
    public record Revocation(
            @Schema(description = "Code of revoke_reason") String reason) {}
}
