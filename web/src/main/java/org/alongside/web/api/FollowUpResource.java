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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.followup.FollowUpService;
import org.alongside.followup.FollowUpView;
import org.alongside.followup.NewFollowUp;
import org.alongside.followup.NewFollowUp.NewReopeningOffer;
import org.alongside.followup.NewFollowUp.NewTry;
import org.alongside.outcome.LaterMeasureService;
import org.alongside.outcome.NewLaterMeasure;
import org.alongside.outcome.Scale;
import org.alongside.shared.FollowUpId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One time at which she is asked how she is after closing. */
@Path("/follow-ups/{followUpId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reintegration and follow-up")
public class FollowUpResource {

    @Inject
    private FollowUpService followUps;

    @Inject
    private LaterMeasureService laterMeasures;

    @PathParam("followUpId")
    private FollowUpId followUpId;

    @GET
    @Operation(operationId = "readFollowUp", summary = "Read one time at which she is asked how she is")
    public FollowUpView read() {
        return followUps.read(followUpId);
    }

    @POST
    @Path("/tries")
    @Operation(
            operationId = "tryFollowUp",
            summary = "Write down a try to reach her",
            description =
                    "Only while she agrees, from its time on, and by the way she agreed to or the one that is safe for her today.")
    public void tried(NewTry tried) {
        followUps.tried(followUpId, tried);
    }

    @POST
    @Path("/result")
    @Operation(
            operationId = "recordFollowUp",
            summary = "Write down how it ended",
            description =
                    "After a try. What worries asks to offer her to open the case again; who wants no more questions is not asked later either.")
    public void record(NewFollowUp how) {
        followUps.record(followUpId, how);
    }

    @GET
    @Path("/scales")
    @Operation(
            operationId = "listLaterScales",
            summary = "List the scales that may be put to her in it",
            description = "While she is asked, agrees, and was reached; none to which she answered in it already.")
    public List<Scale> scales() {
        return laterMeasures.offered(followUpId);
    }

    @POST
    @Path("/measures")
    @Operation(
            operationId = "measureLater",
            summary = "Write down what she answered to a scale in it",
            description =
                    "All questions of a scale at once, each in its range, after a try that reached her and before it is written down how it ended. What must"
                            + " alarm worries by itself.")
    public void measure(NewLaterMeasure measured, @HeaderParam(Keys.NAME) String key) {
        laterMeasures.measure(followUpId, measured, key);
    }

    @POST
    @Path("/offer")
    @Operation(
            operationId = "offerReopening",
            summary = "Write down what she says to opening the case again",
            description = "Where something worried; opening it is done by opening it.")
    public void offer(NewReopeningOffer offer) {
        followUps.offer(followUpId, offer);
    }
}
