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
import org.alongside.shared.CaseId;
import org.alongside.worklist.JourneyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened in one case, and where it stands. */
@Path("/cases/{caseId}")
@RequestScoped
@Tag(name = "Journey", description = "What happened, and where it stands")
public class CaseJourneyResource {

    @Inject
    private JourneyService journeys;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/journey")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readJourney",
            summary = "Read a case's journey",
            description = "Everything that happened and that the caller may know, newest first, and what runs.")
    public JourneyService.Journey journey() {
        return journeys.of(caseId);
    }

    @GET
    @Path("/diagram")
    @Produces(MediaType.APPLICATION_SVG_XML)
    @Operation(
            operationId = "drawCase",
            summary = "Draw the process of a case",
            description = "For those who lead it, with a text equivalent in title and desc.")
    public String diagram(@Context HttpHeaders headers) {
        return journeys.drawCase(
                caseId, new DiagramWords(headers, "case", journeys.of(caseId).caseProcess()));
    }
}
