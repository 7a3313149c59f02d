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
import org.alongside.identification.IdentificationService;
import org.alongside.identification.IdentificationView;
import org.alongside.identification.NewIdentification;
import org.alongside.identification.NewIdentification.NewDecisionTold;
import org.alongside.identification.NewIdentification.NewRecoveryWord;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was decided of one survivor's identification, and her time to recover and think. */
@Path("/cases/{caseId}/identification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class CaseIdentificationResource {

    @Inject
    private IdentificationService identification;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readIdentification",
            summary = "Read what was decided of her, and her time to recover and think",
            description = "For those who lead the case and for her lawyer. Nothing in help asks for it.")
    public IdentificationView of() {
        return identification.of(caseId);
    }

    @POST
    @Path("/decisions")
    @Operation(
            operationId = "recordIdentification",
            summary = "Write down what was decided of her",
            description =
                    "With it her time to recover and think begins, where the law has it so and none began before.")
    public void decide(NewIdentification decision, @HeaderParam(Keys.NAME) String key) {
        identification.decide(caseId, decision, key);
    }

    @POST
    @Path("/telling")
    @Operation(operationId = "tellIdentification", summary = "Write down that she was told of the newest decision")
    public void told(NewDecisionTold told) {
        identification.told(caseId, told);
    }

    @POST
    @Path("/recovery")
    @Operation(
            operationId = "recordRecoveryWord",
            summary = "Write down what she says in her time to recover and think",
            description =
                    "It ends where she decides to cooperate, else with its last day. What she decides decides nothing of her help.")
    public void say(NewRecoveryWord word, @HeaderParam(Keys.NAME) String key) {
        identification.say(caseId, word, key);
    }
}
