package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.code.CodeOf;
import org.alongside.housing.HouseRulesService;
import org.alongside.housing.NewHouseRules.NewRulesTold;
import org.alongside.housing.NewPlacement.NewArrival;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.PlacementService;
import org.alongside.housing.StayView;
import org.alongside.housing.StayView.BedChoice;
import org.alongside.shared.PlacementId;
import org.alongside.worklist.JourneyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way of a placement to a bed: which fit, offer, hold, let her in, or say no. */
@Path("/placements/{placementId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Housing")
public class PlacementResource {

    @Inject
    private PlacementService placements;

    @Inject
    private HouseRulesService rules;

    @Inject
    private JourneyService journeys;

    @PathParam("placementId")
    private PlacementId placementId;

    @GET
    @Operation(operationId = "readPlacement", summary = "Read a placement as the house that keeps it")
    public StayView read() {
        return placements.read(placementId);
    }

    @GET
    @Path("/diagram")
    @Produces(MediaType.APPLICATION_SVG_XML)
    @Operation(
            operationId = "drawPlacement",
            summary = "Draw the process of a placement",
            description = "For the house and for who leads, with a text equivalent in title and desc.")
    public String diagram(@Context HttpHeaders headers) {
        return journeys.drawPlacement(
                placementId, new DiagramWords(headers, "placement", Optional.of(journeys.standing(placementId))));
    }

    @GET
    @Path("/choices")
    @Operation(
            operationId = "listBedChoices",
            summary = "List which beds she could have, the best first",
            description = "With what stands against the others, and what somebody has to weigh.")
    public List<BedChoice> choices() {
        return placements.choices(placementId);
    }

    @POST
    @Path("/offer")
    @Operation(
            operationId = "offerBed",
            summary = "Offer a bed to her and everybody of her family",
            description =
                    "All of them in one house, or none. Refused with every reason: sex, age, steps, company, a bed that is taken, warnings that nobody weighed.")
    public void offer(NewOffer offer) {
        placements.offer(placementId, offer);
    }

    @POST
    @Path("/bed")
    @Operation(
            operationId = "giveBed",
            summary = "Offer a bed to her and everybody of her family, and hold it, in one act",
            description =
                    "Where she has said yes already. Refused as an offer and a hold are; then nothing was offered and nothing is held.")
    public Held give(NewOffer offer) {
        return new Held(placements.give(placementId, offer));
    }

    @POST
    @Path("/hold")
    @Operation(
            operationId = "holdBed",
            summary = "Hold the offered beds for some hours",
            description = "Of many who ask for the last bed one has it; the others are told that it is taken.")
    public Held hold() {
        return new Held(placements.hold(placementId));
    }

    @POST
    @Path("/decline")
    @Operation(operationId = "declineBed", summary = "Say that the house cannot take her")
    public void decline(NewDecline decline) {
        placements.decline(placementId, decline.reason());
    }

    @POST
    @Path("/refusal")
    @Operation(
            operationId = "declineBedForHer",
            summary = "Write down that she does not want the bed",
            description = "Nothing is held against her.")
    public void declineForHer() {
        placements.declineForHer(placementId);
    }

    @POST
    @Path("/admission")
    @Operation(
            operationId = "admitSurvivor",
            summary = "Let her in",
            description = "After her rights and the rules of the house were told to her in her language.")
    public void admit(NewArrival told) {
        placements.admit(placementId, told);
    }

    @POST
    @Path("/rules")
    @Operation(
            operationId = "tellHouseRules",
            summary = "Say that the rules of the house were explained to her anew",
            description = "Which version, and in which language.")
    public void tellRules(NewRulesTold told) {
        rules.tell(placementId, told);
    }

    /** Until when the beds are held. */
    public record Held(Instant until) {}

    /** Why the house cannot take her. */
    public record NewDecline(
            @NotNull @CodeOf("referral_decline_reason") String reason) {}
}
