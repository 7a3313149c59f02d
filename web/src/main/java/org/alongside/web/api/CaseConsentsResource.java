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
import org.alongside.consent.ConsentService;
import org.alongside.consent.ConsentView;
import org.alongside.consent.NewConsent;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The consents of one case. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents", description = "What a survivor agreed to share, with whom and until when")
public class CaseConsentsResource {

    @Inject
    private ConsentService consents;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/consents")
    @Operation(operationId = "listConsents", summary = "List the consents of a case", description = "Newest first.")
    public List<ConsentView> of() {
        return consents.of(caseId);
    }

    @POST
    @Path("/consents")
    @Operation(
            operationId = "recordConsent",
            summary = "Record a consent",
            description = "For one named organisation, a purpose, kinds of information and a period.")
    @APIResponse(
            responseCode = "201",
            description = "The consent is recorded; it is found in the list of the case",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response record(NewConsent consent, @HeaderParam(Keys.NAME) String key) {
        ConsentId id = consents.record(caseId, consent, key);
        return Response.status(Response.Status.CREATED)
                .entity(new Made(id.value()))
                .build();
    }
}
