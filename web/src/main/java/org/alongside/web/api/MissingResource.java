package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.alongside.missing.MissingService;
import org.alongside.missing.MissingView;
import org.alongside.missing.NewMissing.HowFound;
import org.alongside.missing.NewMissing.NewMissingStep;
import org.alongside.missing.NewMissing.NewPoliceReport;
import org.alongside.missing.NewMissing.NewReturnTalk;
import org.alongside.missing.PoliceLeast;
import org.alongside.shared.MissingId;
import org.alongside.worklist.JourneyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Somebody who is missing: what is done until she is found, and after. */
@Path("/missing/{missingId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Missing")
public class MissingResource {

    @Inject
    private MissingService missing;

    @Inject
    private JourneyService journeys;

    @PathParam("missingId")
    private MissingId missingId;

    @GET
    @Operation(operationId = "readMissing", summary = "Read how it stands with somebody who is missing")
    public MissingView read() {
        return missing.read(missingId);
    }

    @GET
    @Path("/diagram")
    @Produces(MediaType.APPLICATION_SVG_XML)
    @Operation(
            operationId = "drawMissing",
            summary = "Draw the process about somebody who is missing",
            description = "With a text equivalent in title and desc.")
    public String diagram(@Context HttpHeaders headers) {
        return journeys.drawMissing(
                missingId, new DiagramWords(headers, "missing", Optional.of(journeys.standing(missingId))));
    }

    @POST
    @Path("/steps")
    @Operation(
            operationId = "noteMissingStep",
            summary = "Note what was done to find her",
            description = "That it was done, and nothing of what was said; again and again.")
    public void done(NewMissingStep step) {
        missing.done(missingId, step);
    }

    @GET
    @Path("/police-report")
    @Operation(
            operationId = "readPoliceLeast",
            summary = "Read what the police are told of her",
            description =
                    "The least, and never an address, a house or a story; the product sends nothing. Of an adult nothing is here before she agreed or a second person agreed that her life is in danger.")
    public PoliceLeast least() {
        return missing.least(missingId);
    }

    @POST
    @Path("/police-report")
    @Operation(
            operationId = "reportMissing",
            summary = "Say that the police know",
            description =
                    "With the number under which they do. A child's always; an adult's with her release or under a disclosure that a second person agreed to.")
    public void report(NewPoliceReport report) {
        missing.report(missingId, report);
    }

    @POST
    @Path("/finding")
    @Operation(
            operationId = "findMissing",
            summary = "Say that she is found",
            description = "By who leads or the house; the alert ends with it, and somebody talks with her.")
    public void find(HowFound found) {
        missing.find(missingId, found);
    }

    @POST
    @Path("/unresolved")
    @Operation(
            operationId = "leaveMissingUnresolved",
            summary = "Say that the time is over and she was not found",
            description =
                    "For a supervisor of the lead, once the time is over; the alert stays, and she can still be found.")
    public void leave() {
        missing.leaveUnresolved(missingId);
    }

    @POST
    @Path("/talk")
    @Operation(
            operationId = "talkAfterMissing",
            summary = "Write down that somebody talked with her about it",
            description =
                    "Her words stand in her file and nowhere else; without words she does not want to talk about it.")
    public void talk(NewReturnTalk talk) {
        missing.talk(missingId, talk);
    }
}
