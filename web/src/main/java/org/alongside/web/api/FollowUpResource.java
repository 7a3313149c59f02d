package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.followup.FollowUpService;
import org.alongside.followup.FollowUpView;
import org.alongside.followup.NewFollowUp;
import org.alongside.followup.NewFollowUp.NewReopeningOffer;
import org.alongside.followup.NewFollowUp.NewTry;
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
