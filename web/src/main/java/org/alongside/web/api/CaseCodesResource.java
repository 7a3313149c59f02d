package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.casefile.FindService;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The codes by which cases are spoken of. */
@Path("/case-codes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseCodesResource {

    @Inject
    private FindService cases;

    @GET
    @Path("/{code}")
    @Operation(operationId = "findCase", summary = "Find a case by the code by which it is spoken of")
    public Found find(@PathParam("code") String code) {
        return new Found(cases.byCode(code));
    }

    /** A case that was looked for. */
    @Schema(name = "FoundCase")
    public record Found(CaseId caseId) {}
}
