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
import org.alongside.defence.DefenceService;
import org.alongside.defence.DefenceView;
import org.alongside.defence.NewOffence;
import org.alongside.defence.NewOffence.NewDefence;
import org.alongside.shared.CaseId;
import org.alongside.shared.NonPunishmentId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What keeps her from being punished for what she was made to do. */
@Path("/cases/{caseId}/defence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Defence",
        description =
                "What she was made to do, for her lawyer alone and for who noted it; nothing of it ever goes to police or prosecution")
public class CaseDefenceResource {

    @Inject
    private DefenceService defences;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readDefence",
            summary = "Read what her lawyer is to see to",
            description = "Her lawyer reads all; who leads what they noted, and that a lawyer is asked.")
    public DefenceView read() {
        return defences.of(caseId);
    }

    @POST
    @Path("/offences")
    @Operation(
            operationId = "noteOffence",
            summary = "Note an offence that she was made to commit",
            description =
                    "Her lawyer is asked, or who leads to find her one; where she is detained for it an alert is raised, too.")
    public void note(NewOffence offence, @HeaderParam(Keys.NAME) String key) {
        defences.note(caseId, offence, key);
    }

    @POST
    @Path("/{nonPunishmentId}/outcome")
    @Operation(operationId = "settleDefence", summary = "Say what her lawyer did about it")
    public void settle(@PathParam("nonPunishmentId") NonPunishmentId nonPunishmentId, NewDefence done) {
        defences.settle(caseId, nonPunishmentId, done);
    }
}
