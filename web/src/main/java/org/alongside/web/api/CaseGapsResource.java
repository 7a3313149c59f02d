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
import java.util.List;
import org.alongside.housing.GapService;
import org.alongside.housing.GapService.NewAnswer;
import org.alongside.housing.GapView;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Nights for which no place is known of a child or somebody at high risk, for who leads the case. */
@Path("/cases/{caseId}/nights-without-place")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Housing")
public class CaseGapsResource {

    @Inject
    private GapService gaps;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "listNightsWithoutPlace",
            summary = "List the nights for which no place was known",
            description = "The newest first, with what who leads said. For who leads.")
    public List<GapView> list() {
        return gaps.of(caseId);
    }

    @POST
    @Path("/answer")
    @Operation(
            operationId = "answerNightWithoutPlace",
            summary = "Say what is done for a place tonight",
            description =
                    "It is asked again the next day as long as there is none, unless she stays somewhere safe. For who leads, where it is asked.")
    public void answer(NewAnswer answer) {
        gaps.answer(caseId, answer);
    }
}
