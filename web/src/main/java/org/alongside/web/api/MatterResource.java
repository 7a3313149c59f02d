package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.proceeding.MatterView;
import org.alongside.proceeding.NewMatter;
import org.alongside.proceeding.ProceedingService;
import org.alongside.proceeding.ProceedingService.NewSupport;
import org.alongside.shared.MatterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One legal matter. */
@Path("/matters/{matterId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class MatterResource {

    @Inject
    private ProceedingService proceedings;

    @Inject
    private CallersVersion version;

    @PathParam("matterId")
    private MatterId matterId;

    @GET
    @Operation(
            operationId = "readMatter",
            summary = "Read a legal matter",
            description = "As far as it is the caller's to know, with the entity tag for changing it.")
    @APIResponse(
            responseCode = "200",
            description = "The matter",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = MatterView.class)))
    public Response read() {
        MatterView matter = proceedings.read(matterId);
        return Versions.tagged(matter, matter.version());
    }

    @PUT
    @Operation(
            operationId = "changeMatter",
            summary = "Rewrite a legal matter",
            description = "What is left out is emptied. Where it changed meanwhile, the answer names the fields."
                    + " Moving its hearing asks again who helps her there.")
    public void change(NewMatter matter, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        proceedings.change(matterId, matter, Versions.required(ifMatch));
    }

    @POST
    @Path("/support")
    @Operation(
            operationId = "takeSupport",
            summary = "Say that one's organisation does what she needs",
            description = "For the hearing that is set: on that day and no other.")
    public void take(NewSupport support, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, proceedings).take(matterId, support);
    }

    @POST
    @Path("/support-return")
    @Operation(
            operationId = "giveSupportBack",
            summary = "Say that one's organisation does not do it after all",
            description = "It is open again for the others.")
    public void giveBack(NewSupport support, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, proceedings).giveBack(matterId, support);
    }
}
