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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.counselling.CounsellingView;
import org.alongside.counselling.NewSession;
import org.alongside.counselling.SessionService;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counselling of one person, as much of it as is the caller's. */
@Path("/cases/{caseId}/counselling")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Counselling",
        description =
                "What is said in a session stays there: process notes are their author's alone, the clinical record the counsellor's and who supervises"
                        + " them, a summary that she agreed to is for others who may read counselling, and who leads knows that there was a session")
public class CaseCounsellingResource {

    @Inject
    private SessionService sessions;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readCounselling",
            summary = "Read what of counselling is the caller's to know",
            description = "For who leads, on which days there were sessions and whether she came.")
    public CounsellingView read() {
        return sessions.of(caseId);
    }

    @POST
    @Path("/sessions")
    @Operation(
            operationId = "planSession",
            summary = "Plan a session with her",
            description = "With oneself or a colleague whom her file reaches; never two at once for one counsellor.")
    @APIResponse(
            responseCode = "201",
            description = "It is planned",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response plan(NewSession asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at("sessions", sessions.plan(caseId, asked, key).value());
    }
}
