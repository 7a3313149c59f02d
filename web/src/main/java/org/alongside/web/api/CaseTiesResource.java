package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.alongside.shared.CaseId;
import org.alongside.shared.WorkerId;
import org.alongside.tie.RecordedTie;
import org.alongside.tie.TeamTieService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who of the caller's people may not work on a case. */
@Path("/cases/{caseId}/ties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ties")
public class CaseTiesResource {

    @Inject
    private TeamTieService ties;

    @GET
    @Operation(
            operationId = "listTied",
            summary = "List who of the caller's people may not work on a case",
            description = "Their ids: they know the survivor.")
    public Set<WorkerId> tied(@PathParam("caseId") CaseId caseId) {
        return ties.tiedTo(caseId);
    }

    @POST
    @Operation(
            operationId = "recordTie",
            summary = "Record that one of the caller's people knows the survivor",
            description = "The file is closed to them at once; they are not told.")
    @APIResponse(
            responseCode = "201",
            description = "It is closed to them",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response record(@PathParam("caseId") CaseId caseId, RecordedTie tie) {
        return Made.at("team/ties", ties.record(caseId, tie).value());
    }
}
