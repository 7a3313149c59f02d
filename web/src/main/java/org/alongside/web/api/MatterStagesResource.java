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
import org.alongside.proceeding.MatterStages;
import org.alongside.proceeding.NewStage;
import org.alongside.proceeding.NewStage.NewAppealAnswer;
import org.alongside.proceeding.NewStage.NewMatterAppeal;
import org.alongside.proceeding.NewStage.NewMatterDecision;
import org.alongside.proceeding.NewStage.NewMatterEnd;
import org.alongside.proceeding.StageService;
import org.alongside.shared.MatterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far one legal matter is: its stage, what was decided, appeals and how it ends. */
@Path("/matters/{matterId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class MatterStagesResource {

    @Inject
    private StageService stages;

    @PathParam("matterId")
    private MatterId matterId;

    @GET
    @Path("/stages")
    @Operation(
            operationId = "readStages",
            summary = "Read how far a matter is and what may follow",
            description = "Her lawyer's own. Each stage that may follow says what it waits for.")
    public MatterStages read() {
        return stages.of(matterId);
    }

    @POST
    @Path("/stages")
    @Operation(
            operationId = "moveStage",
            summary = "Go on to the next stage",
            description = "Only to one that follows; what it waits for is told.")
    public void move(NewStage stage) {
        stages.move(matterId, stage);
    }

    @POST
    @Path("/decisions")
    @Operation(
            operationId = "noteDecision",
            summary = "Write down what was decided",
            description = "The stage goes on to the decision.")
    public void decide(NewMatterDecision decision, @HeaderParam(Keys.NAME) String key) {
        stages.decide(matterId, decision, key);
    }

    @POST
    @Path("/decisions/{decisionId}/appeals")
    @Operation(
            operationId = "noteAppeal",
            summary = "Write down an appeal against a decision",
            description = "The stage goes on to the appeal; her own appeal keeps the last day for it.")
    public void appeal(
            @PathParam("decisionId") UUID decisionId, NewMatterAppeal appeal, @HeaderParam(Keys.NAME) String key) {
        stages.appeal(matterId, decisionId, appeal, key);
    }

    @POST
    @Path("/appeals/{appealId}/answer")
    @Operation(operationId = "answerAppeal", summary = "Write down what came of an appeal")
    public void answer(@PathParam("appealId") UUID appealId, NewAppealAnswer answer) {
        stages.answer(matterId, appealId, answer);
    }

    @POST
    @Path("/end")
    @Operation(
            operationId = "endMatter",
            summary = "End a matter before its time, or give up what is unpaid",
            description = "With what came of it; no hearing and no last day may be left.")
    public void end(NewMatterEnd end) {
        stages.end(matterId, end);
    }
}
