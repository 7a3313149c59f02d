package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseService.AnonymousContact;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Meetings with people who want no file. */
@Path("/contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class ContactsResource {

    @Inject
    private CaseService cases;

    @POST
    @Operation(
            operationId = "recordContact",
            summary = "Record a contact without identity",
            description = "Where consent to a file was refused. Nothing in it identifies anybody; it is gone after"
                    + " 30 days and cannot be read here.")
    @APIResponse(
            responseCode = "201",
            description = "The contact is recorded",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response record(AnonymousContact contact, @HeaderParam(Keys.NAME) String key) {
        return Response.status(Response.Status.CREATED)
                .entity(new Made(cases.recordAnonymousContact(contact, key)))
                .build();
    }
}
