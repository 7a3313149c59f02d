package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.notice.NewOnCall;
import org.alongside.notice.OnCallService;
import org.alongside.notice.Rota;
import org.alongside.shared.OnCallId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is on call in the caller's organisation. */
@Path("/on-call")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class OnCallResource {

    @Inject
    private OnCallService onCall;

    @GET
    @Operation(
            operationId = "readRota",
            summary = "Read who is on call in the caller's organisation",
            description = "Now and later, soonest first, at most 200; and the gaps of the next seven days.")
    public Rota rota() {
        return onCall.rota();
    }

    @POST
    @Operation(
            operationId = "planOnCall",
            summary = "Put a colleague on call",
            description = "Two at once may be; they are told one after the other.")
    @APIResponse(
            responseCode = "201",
            description = "They are on call then",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response plan(NewOnCall time) {
        return Made.at("on-call", onCall.plan(time).value());
    }

    @DELETE
    @Path("/{onCallId}")
    @Operation(operationId = "removeOnCall", summary = "Take a time off the rota")
    public void remove(@PathParam("onCallId") OnCallId id) {
        onCall.remove(id);
    }
}
