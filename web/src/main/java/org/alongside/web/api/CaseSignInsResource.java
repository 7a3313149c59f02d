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
import org.alongside.guardian.GuardianSignInService;
import org.alongside.guardian.GuardianWorker;
import org.alongside.guardian.NewSignIn;
import org.alongside.shared.CaseId;
import org.alongside.shared.GuardianId;
import org.alongside.shared.SignInId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The guardians of one child who sign in: who is named, and who agrees that the file opens to them. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseSignInsResource {

    @Inject
    private GuardianSignInService signIns;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/guardian-workers")
    @Operation(
            operationId = "listGuardianWorkers",
            summary = "List who can be named as the guardian who signs in",
            description =
                    "Child guardians of admitted organisations, but of the one that leads. Parents have no sign-in.")
    public List<GuardianWorker> workers() {
        return signIns.workers(caseId);
    }

    @POST
    @Path("/guardians/{guardianId}/sign-ins")
    @Operation(
            operationId = "nameSignIn",
            summary = "Name the worker who is that guardian",
            description =
                    "Opens nothing yet: a supervisor who did not name them agrees first. Only where a temporary or appointed guardian has a mandate now.")
    @APIResponse(
            responseCode = "201",
            description = "That worker is named",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response name(
            @PathParam("guardianId") GuardianId guardianId, NewSignIn named, @HeaderParam(Keys.NAME) String key) {
        return Response.status(Response.Status.CREATED)
                .entity(new Made(signIns.name(caseId, guardianId, named, key).value()))
                .build();
    }

    @POST
    @Path("/sign-ins/{signInId}/agreement")
    @Operation(
            operationId = "agreeSignIn",
            summary = "Agree that the guardian signs in, as a supervisor who did not name them",
            description =
                    "What the matrix gives a guardian opens to that one worker until the mandate ends, is doubted or is closed.")
    public void agree(@PathParam("signInId") SignInId signInId) {
        signIns.agree(caseId, signInId);
    }

    @POST
    @Path("/sign-ins/{signInId}/closing")
    @Operation(
            operationId = "closeSignIn",
            summary = "Close the file to the guardian, or do not agree",
            description = "At once. To open it again the guardian is named anew.")
    public void close(@PathParam("signInId") SignInId signInId) {
        signIns.close(caseId, signInId);
    }
}
