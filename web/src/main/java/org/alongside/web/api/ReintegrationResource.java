package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.reintegration.NewReintegration.NewAim;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReading;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.reintegration.NewReintegration.NewReintegrationEnd;
import org.alongside.reintegration.NewReintegration.NewReturnArrival;
import org.alongside.reintegration.NewReintegration.NewReturnHelp;
import org.alongside.reintegration.NewReintegration.NewReturnStep;
import org.alongside.reintegration.ReintegrationService;
import org.alongside.reintegration.ReintegrationView;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.SupportId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How somebody goes back or stays: what must be there before she leaves, how she arrived, and how she builds her life. */
@Path("/reintegrations/{reintegrationId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reintegration and follow-up")
public class ReintegrationResource {

    @Inject
    private ReintegrationService reintegrations;

    @PathParam("reintegrationId")
    private ReintegrationId reintegrationId;

    @GET
    @Operation(operationId = "readReintegration", summary = "Read how she goes back or stays")
    public ReintegrationView read() {
        return reintegrations.read(reintegrationId);
    }

    @POST
    @Path("/receiver")
    @Operation(
            operationId = "confirmReceiver",
            summary = "Note who is ready to receive her",
            description =
                    "An organisation here by her referral that was accepted, or one elsewhere with who said so, when and how.")
    public void confirm(NewReceiver receiver) {
        reintegrations.confirm(reintegrationId, receiver);
    }

    @POST
    @Path("/arrangements")
    @Operation(operationId = "arrangeReturn", summary = "Note that documents, travel or reception are arranged")
    public void arrange(NewReturnStep step) {
        reintegrations.arrange(reintegrationId, step);
    }

    @POST
    @Path("/helpers")
    @Operation(
            operationId = "noteReturnHelper",
            summary = "Note who was asked to help on her way, and what it answered",
            description =
                    "A consulate, the police at a border, a carrier and the like: kinds, never persons. The newest of each counts.")
    public void helped(NewReturnHelp helper) {
        reintegrations.helped(reintegrationId, helper);
    }

    @POST
    @Path("/departure")
    @Operation(
            operationId = "departOnReturn",
            summary = "Write down that she leaves",
            description = "Refused with everything that is missing; never of a child without what is best for her.")
    public void depart() {
        reintegrations.depart(reintegrationId);
    }

    @POST
    @Path("/arrival")
    @Operation(operationId = "arriveOnReturn", summary = "Write down how she arrived")
    public void arrive(NewReturnArrival arrival) {
        reintegrations.arrive(reintegrationId, arrival);
    }

    @POST
    @Path("/aims")
    @Operation(operationId = "addReintegrationAim", summary = "Write down what she wants to reach, in her words")
    public void aim(NewAim aim, @HeaderParam(Keys.NAME) String key) {
        reintegrations.aim(reintegrationId, aim, key);
    }

    @POST
    @Path("/reviews")
    @Operation(
            operationId = "reviewReintegration",
            summary = "Write down how far she is, as she says",
            description = "By one or more indicators; the newest reading of each counts.")
    public void review(NewReintegrationReview review) {
        reintegrations.review(reintegrationId, review.readings());
    }

    @POST
    @Path("/support")
    @Operation(operationId = "giveReintegrationSupport", summary = "Write down what she was given")
    public void give(NewGiven given, @HeaderParam(Keys.NAME) String key) {
        reintegrations.give(reintegrationId, given, key);
    }

    @POST
    @Path("/support/{supportId}/confirmation")
    @Operation(operationId = "confirmReintegrationSupport", summary = "Write down that she says she has it")
    public void has(@PathParam("supportId") SupportId supportId) {
        reintegrations.has(reintegrationId, supportId);
    }

    @POST
    @Path("/end")
    @Operation(
            operationId = "endReintegration",
            summary = "Write down that it is over",
            description =
                    "She changed her mind, it is not safe, or she lives on her own. Never while she is on her way.")
    public void end(NewReintegrationEnd end) {
        reintegrations.end(reintegrationId, end);
    }

    /**
     * What was looked at with her.
     *
     * @param readings at least one, each indicator once
     */
    public record NewReintegrationReview(@NotNull List<NewReading> readings) {
        public NewReintegrationReview {
            readings = readings == null ? List.of() : List.copyOf(readings);
        }
    }
}
