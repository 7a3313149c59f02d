package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.alongside.shared.ReferralId;
import org.alongside.worklist.JourneyService;
import org.alongside.worklist.Journeys.Standing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the process of one referral stands. */
@Path("/referrals/{referralId}")
@RequestScoped
@Tag(name = "Journey")
public class ReferralJourneyResource {

    @Inject
    private JourneyService journeys;

    @PathParam("referralId")
    private ReferralId referralId;

    @GET
    @Path("/process")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readProcess",
            summary = "Read where the process of a referral stands",
            description = "Since when, and who is asked.")
    public Standing standing() {
        return journeys.standing(referralId);
    }

    @GET
    @Path("/diagram")
    @Produces(MediaType.APPLICATION_SVG_XML)
    @Operation(
            operationId = "drawReferral",
            summary = "Draw the process of a referral",
            description = "With a text equivalent in title and desc.")
    public String diagram(@Context HttpHeaders headers) {
        return journeys.drawReferral(
                referralId, new DiagramWords(headers, "referral", Optional.of(journeys.standing(referralId))));
    }
}
