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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.consent.NewAnswers;
import org.alongside.consent.PurposeAnswerView;
import org.alongside.consent.PurposeService;
import org.alongside.consent.PurposeView;
import org.alongside.shared.CaseId;
import org.alongside.shared.PurposeAnswerId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the survivor of one case says of each purpose. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class CasePurposesResource {

    @Inject
    private PurposeService purposes;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/purposes")
    @Operation(
            operationId = "listPurposes",
            summary = "List what a survivor may be asked about",
            description = "In the order in which it is asked, with what she says today.")
    public List<PurposeView> toAsk() {
        return purposes.toAsk(caseId);
    }

    @GET
    @Path("/purpose-answers")
    @Operation(
            operationId = "listPurposeAnswers",
            summary = "List what a survivor said of each purpose",
            description = "Every answer, newest first; nothing in it is ever changed.")
    public List<PurposeAnswerView> of() {
        return purposes.of(caseId);
    }

    @POST
    @Path("/purpose-answers")
    @Operation(
            operationId = "recordPurposeAnswers",
            summary = "Record what she said in one conversation",
            description =
                    "Purpose by purpose. A no blocks nothing, and a yes to a purpose with named organisations shares nothing yet.")
    @APIResponse(
            responseCode = "201",
            description = "It is recorded; the answers are found in the list of the case",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response record(NewAnswers answers, @HeaderParam(Keys.NAME) String key) {
        return Response.status(Response.Status.CREATED)
                .entity(new Made(purposes.record(caseId, answers, key)))
                .build();
    }

    @POST
    @Path("/purpose-answers/{purposeAnswerId}/withdrawal")
    @Operation(
            operationId = "takeBackPurposeAnswer",
            summary = "Take a yes back at her word",
            description = "On any day, in a closed file too.")
    public void takeBack(@PathParam("purposeAnswerId") PurposeAnswerId answer) {
        purposes.takeBack(caseId, answer);
    }
}
