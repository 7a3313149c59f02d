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
import org.alongside.outcome.MeasureAskService;
import org.alongside.outcome.NewMeasure;
import org.alongside.outcome.NewNo;
import org.alongside.outcome.OutcomeService;
import org.alongside.outcome.OutcomeView;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How she is, by the scales. */
@Path("/cases/{caseId}/outcomes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Outcomes",
        description =
                "How she is by scales that are data: for her, and counted for the programme where enough people are in a cell")
public class CaseOutcomesResource {

    @Inject
    private OutcomeService outcomes;

    @Inject
    private MeasureAskService asks;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readOutcomes",
            summary = "Read how she is",
            description = "What she answered for the house that asked her; the sum for who leads where she says so.")
    public OutcomeView read() {
        return outcomes.of(caseId);
    }

    @POST
    @Operation(
            operationId = "measureOutcome",
            summary = "Write down what she answered",
            description =
                    "All questions of a scale at once, each in its range. No scale for adults is put to a child. Where an answer must alarm,"
                            + " an alert is raised that says nothing of it.")
    public void measure(NewMeasure measured, @HeaderParam(Keys.NAME) String key) {
        outcomes.measure(caseId, measured, key);
    }

    @POST
    @Path("/no")
    @Operation(
            operationId = "declineMeasure",
            summary = "Write down that she does not want to be measured",
            description =
                    "Where who leads is asked to; nobody asks then, until the next quarter or not again while her file is open.")
    public void declined(NewNo no) {
        asks.declined(caseId, no);
    }
}
