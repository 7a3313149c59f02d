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
import org.alongside.proceeding.LegalView;
import org.alongside.proceeding.NewMatter;
import org.alongside.proceeding.ProceedingService;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The legal matters of one case. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Legal matters",
        description = "What a lawyer does for her, when she must be where, and who helps her there")
public class LegalResource {

    @Inject
    private ProceedingService proceedings;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/legal")
    @Operation(
            operationId = "readLegal",
            summary = "Read the legal matters of a case",
            description =
                    "Her lawyer reads all of them; others when and where she must be, what she needs for it and what"
                            + " protects her; or only that there are any. Those with the nearest date first.")
    public LegalView legal() {
        return proceedings.of(caseId);
    }

    @POST
    @Path("/matters")
    @Operation(
            operationId = "openMatter",
            summary = "Open a legal matter",
            description = "By a lawyer whose organisation accepted a referral for legal help.")
    @APIResponse(
            responseCode = "201",
            description = "The matter is open",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response open(NewMatter matter, @HeaderParam(Keys.NAME) String key) {
        return Made.at("matters", proceedings.open(caseId, matter, key).value());
    }
}
