package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.alongside.proceeding.HearingService;
import org.alongside.proceeding.HearingView;
import org.alongside.proceeding.NewHearingDay;
import org.alongside.proceeding.NewHearingDay.NewHearingResult;
import org.alongside.proceeding.NewHearingDay.NewProtectionAnswer;
import org.alongside.proceeding.ProceedingService.NewSupport;
import org.alongside.shared.MatterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The hearings of one legal matter. */
@Path("/matters/{matterId}/hearings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class MatterHearingsResource {

    @Inject
    private HearingService hearings;

    @PathParam("matterId")
    private MatterId matterId;

    @GET
    @Operation(
            operationId = "listMatterHearings",
            summary = "List the hearings of a matter",
            description =
                    "Those to come first, the next one foremost. What kind they are and what came of them is her lawyer's own.")
    public List<HearingView> list() {
        return hearings.of(matterId);
    }

    @POST
    @Operation(
            operationId = "setHearing",
            summary = "Set a hearing",
            description =
                    "Not before its matter was opened, nor in the past. Who helps her there is asked in time, by the table hearing-times.")
    public void set(NewHearingDay day, @HeaderParam(Keys.NAME) String key) {
        hearings.set(matterId, day, key);
    }

    @PUT
    @Path("/{hearingId}")
    @Operation(
            operationId = "changeHearing",
            summary = "Change or move a hearing",
            description = "Moved, it is asked again who helps her there, and every reminder moves with it.")
    public void change(
            @PathParam("hearingId") UUID hearingId,
            NewHearingDay day,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        hearings.change(matterId, hearingId, day, Versions.required(ifMatch));
    }

    @POST
    @Path("/{hearingId}/protection")
    @Operation(
            operationId = "answerProtection",
            summary = "Say what the court answered to what would protect her there")
    public void answer(@PathParam("hearingId") UUID hearingId, NewProtectionAnswer answer) {
        hearings.answer(matterId, hearingId, answer);
    }

    @POST
    @Path("/{hearingId}/result")
    @Operation(
            operationId = "endHearing",
            summary = "Say what became of a hearing",
            description = "Before its time only that it was called off or put off. The note is the lawyer's own.")
    public void end(@PathParam("hearingId") UUID hearingId, NewHearingResult result) {
        hearings.end(matterId, hearingId, result);
    }

    @POST
    @Path("/{hearingId}/support")
    @Operation(
            operationId = "takeHearingSupport",
            summary = "Say that one's organisation does what she needs at this hearing")
    public void take(@PathParam("hearingId") UUID hearingId, NewSupport support) {
        hearings.take(matterId, hearingId, support);
    }

    @POST
    @Path("/{hearingId}/support-return")
    @Operation(
            operationId = "giveHearingSupportBack",
            summary = "Say that one's organisation does not do it at this hearing after all")
    public void giveBack(@PathParam("hearingId") UUID hearingId, NewSupport support) {
        hearings.giveBack(matterId, hearingId, support);
    }
}
