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
import java.util.List;
import org.alongside.missing.MissingService;
import org.alongside.missing.MissingView;
import org.alongside.missing.NewMissing;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** That the survivor of one case is or was missing. */
@Path("/cases/{caseId}/missing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Missing",
        description =
                "A child or an adult is missing: looked for, told to the police as far as they may know, found, and talked with")
public class CaseMissingResource {

    @Inject
    private MissingService missing;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "listMissing",
            summary = "List when she was missing",
            description = "The newest first, at most 20, as far as it is the caller's to know.")
    public List<MissingView> list() {
        return missing.of(caseId);
    }

    @POST
    @Operation(
            operationId = "beginMissing",
            summary = "Say that she is missing",
            description =
                    "For who leads; a house says it of her bed. Where somebody said so before, it is that one: of two who say it there is one.")
    @APIResponse(
            responseCode = "201",
            description = "She is looked for",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response begin(NewMissing gone) {
        return Made.at("missing", missing.begin(caseId, gone).value());
    }
}
