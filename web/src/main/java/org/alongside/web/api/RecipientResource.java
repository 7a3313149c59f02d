package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.alongside.referral.IncomingService;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.WorkerId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the recipient of a referral does with it. */
@Path("/referrals/{referralId}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals: the recipient", description = "What the recipient of a referral does with it")
public class RecipientResource {

    @Inject
    private IncomingService incoming;

    @Inject
    private CallersVersion version;

    @PathParam("referralId")
    private ReferralId referralId;

    @HeaderParam(HttpHeaders.IF_MATCH)
    private String ifMatch;

    @POST
    @Path("/receipt")
    @Operation(operationId = "receiveReferral", summary = "Take the card up", description = "The clock runs on.")
    public void receive() {
        version.on(ifMatch, incoming).receive(referralId);
    }

    @POST
    @Path("/question")
    @Operation(
            operationId = "askQuestion",
            summary = "Ask the sender a question by its code",
            description = "The clock runs on.")
    public void ask(Question question) {
        version.on(ifMatch, incoming).ask(referralId, question.question());
    }

    @POST
    @Path("/waiting")
    @Operation(
            operationId = "waitlistReferral",
            summary = "Put it on the waiting list",
            description = "Opens nothing; the sender stays responsible and sees the next provider.")
    public void waitlist() {
        version.on(ifMatch, incoming).waitlist(referralId);
    }

    @POST
    @Path("/acceptance")
    @Operation(
            operationId = "acceptReferral",
            summary = "Say yes",
            description = "The file opens to exactly the agreed kinds of information, for those assigned."
                    + " Send {} to work on it yourself.")
    public Opened accept(Acceptance acceptance) {
        return new Opened(version.on(ifMatch, incoming).accept(referralId, acceptance.assignee()));
    }

    @POST
    @Path("/decline")
    @Operation(
            operationId = "declineReferral",
            summary = "Say no, with a coded reason",
            description = "Nothing opens, and the sender sees the next provider.")
    public void decline(Decline decline) {
        version.on(ifMatch, incoming).decline(referralId, decline.reason());
    }

    @POST
    @Path("/first-contact")
    @Operation(operationId = "recordFirstContact", summary = "Record that she was met: the service has begun")
    public void firstContact() {
        version.on(ifMatch, incoming).firstContact(referralId);
    }

    @POST
    @Path("/non-attendance")
    @Operation(
            operationId = "recordNonAttendance",
            summary = "Record that she did not attend",
            description = "What was open closes, and the sender is asked to make sure that she is safe.")
    public void notAttended() {
        version.on(ifMatch, incoming).notAttended(referralId);
    }

    @POST
    @Path("/completion")
    @Operation(
            operationId = "completeReferral",
            summary = "Finish, with a coded outcome and words for the sender",
            description = "What was open stays readable for 30 days.")
    public void complete(Completion completion) {
        version.on(ifMatch, incoming)
                .complete(referralId, new IncomingService.Outcome(completion.outcome(), completion.feedback()));
    }

    /** A question to the sender. */
    @Schema(name = "ReferralQuestion")
    public record Question(
            @Schema(description = "Code of referral_question")
            String question) {}

    /** Who will work on it. */
    @Schema(name = "ReferralAcceptance")
    public record Acceptance(
            @Schema(description = "A colleague; absent: the caller")
            WorkerId assignee) {}

    /** The case that an acceptance opened. */
    @Schema(name = "OpenedCase")
    public record Opened(CaseId caseId) {}

    /** Why a referral is declined. */
    @Schema(name = "ReferralDecline")
    public record Decline(
            @Schema(description = "Code of referral_decline_reason")
            String reason) {}

    /** How it went. */
    @Schema(name = "ReferralCompletion")
    public record Completion(
            @Schema(description = "Code of referral_outcome")
            String outcome,

            @Schema(description = "Words for the sender", maxLength = 1000)
            String feedback) {}
}
