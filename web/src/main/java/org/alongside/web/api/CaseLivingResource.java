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
import java.util.UUID;
import org.alongside.livelihood.LivingService;
import org.alongside.livelihood.LivingView;
import org.alongside.livelihood.NewLiving.LivelihoodEnd;
import org.alongside.livelihood.NewLiving.NewLivelihood;
import org.alongside.livelihood.NewLiving.NewVeto;
import org.alongside.livelihood.NewLiving.RetentionAnswer;
import org.alongside.shared.CaseId;
import org.alongside.shared.QuestionId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Her steps towards a life of her own. */
@Path("/cases/{caseId}/livelihood")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Livelihood",
        description =
                "Skills, courses, work, projects, groups, language, a mentor, the neighbourhood; work only with an employer whom somebody checked"
                        + " and whom she does not refuse")
public class CaseLivingResource {

    @Inject
    private LivingService living;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readLivelihood",
            summary = "Read her steps towards a life of her own",
            description =
                    "All of them for who leads, for others what they wrote; employers are those of the caller's own house.")
    public LivingView read() {
        return living.of(caseId);
    }

    @POST
    @Path("/steps")
    @Operation(
            operationId = "beginLivelihood",
            summary = "Write down a step to which she agreed",
            description =
                    "After work or a project begins, it is asked after three and six months whether she still has it.")
    public void begin(NewLivelihood step, @HeaderParam(Keys.NAME) String key) {
        living.begin(caseId, step, key);
    }

    @POST
    @Path("/steps/{entryId}/end")
    @Operation(
            operationId = "endLivelihood",
            summary = "Say that a step is over",
            description = "Nobody asks after it any more.")
    public void end(@PathParam("entryId") UUID entryId, LivelihoodEnd end) {
        living.end(caseId, entryId, end);
    }

    @POST
    @Path("/questions/{questionId}/answer")
    @Operation(
            operationId = "answerRetention",
            summary = "Write down whether she still has the work",
            description = "And what she has to live on by now. Not before it is asked.")
    public void answer(@PathParam("questionId") QuestionId questionId, RetentionAnswer answer) {
        living.answer(caseId, questionId, answer);
    }

    @POST
    @Path("/vetoes")
    @Operation(
            operationId = "sayVeto",
            summary = "Write down for whom she does not want to work",
            description = "She needs no reason, and none is kept; or that she does not mind any more.")
    public void veto(NewVeto veto) {
        living.veto(caseId, veto);
    }
}
