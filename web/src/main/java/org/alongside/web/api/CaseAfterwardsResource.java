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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.followup.FollowUpService;
import org.alongside.followup.FollowUpView;
import org.alongside.guardian.BestInterests;
import org.alongside.guardian.BestInterestsService;
import org.alongside.guardian.NewBestInterests;
import org.alongside.reintegration.NewReintegration;
import org.alongside.reintegration.ReintegrationService;
import org.alongside.reintegration.ReintegrationView;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What comes towards the end of help in one case and after it: what is best for a child, going back or staying, being asked later. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Reintegration and follow-up",
        description =
                "Going back or staying, as she decided, and how she is after closing, if she agreed. No clock moves anybody")
public class CaseAfterwardsResource {

    @Inject
    private FollowUpService followUps;

    @Inject
    private ReintegrationService reintegrations;

    @Inject
    private BestInterestsService bestInterests;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/follow-ups")
    @Operation(
            operationId = "listFollowUps",
            summary = "List when she is asked how she is after closing",
            description = "None where she never agreed. For those who lead the closed file.")
    public List<FollowUpView> followUps() {
        return followUps.of(caseId);
    }

    @GET
    @Path("/best-interests")
    @Operation(operationId = "listBestInterests", summary = "List what was found to be best for a child")
    public List<BestInterests.FoundInterests> bestInterests() {
        return bestInterests.of(caseId);
    }

    @POST
    @Path("/best-interests")
    @Operation(
            operationId = "noteBestInterests",
            summary = "Note what was found to be best for a child",
            description =
                    "Nothing noted before is changed: the newest about a question counts. Her own views are heard first.")
    public void noteBestInterests(NewBestInterests found) {
        bestInterests.note(caseId, found);
    }

    @GET
    @Path("/reintegrations")
    @Operation(
            operationId = "listReintegrations",
            summary = "List how she goes back or stays",
            description = "The newest decision first. For those who lead the case.")
    public List<ReintegrationView> reintegrations() {
        return reintegrations.of(caseId);
    }

    @POST
    @Path("/reintegrations")
    @Operation(
            operationId = "planReintegration",
            summary = "Write down what she decided",
            description = "A return against her will is written down too, and raises an alarm. One runs at a time.")
    @APIResponse(
            responseCode = "201",
            description = "It is written down, and people are asked for what comes before she leaves",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response planReintegration(NewReintegration asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at("reintegrations", reintegrations.plan(caseId, asked, key).value());
    }
}
