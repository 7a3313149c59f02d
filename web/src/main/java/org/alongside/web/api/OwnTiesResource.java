package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.tie.NewTie;
import org.alongside.tie.OwnTie;
import org.alongside.tie.TieService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own ties to survivors, as they declared them. */
@Path("/me/ties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ties", description = "Who knows a survivor does not work on her file, and does not find it")
public class OwnTiesResource {

    @Inject
    private TieService ties;

    @GET
    @Operation(
            operationId = "listOwnTies",
            summary = "List what the caller declared",
            description = "What stands first. Whether a file has the code is not said.")
    public List<OwnTie> own() {
        return ties.own();
    }

    @POST
    @Operation(
            operationId = "declareTie",
            summary = "Declare that the caller knows a survivor",
            description =
                    "The file with that code is closed to the caller at once, until a supervisor opens it again. The answer is"
                            + " the same whether a file has that code or not.")
    @APIResponse(
            responseCode = "201",
            description = "It is closed, if there is one",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response declare(NewTie tie) {
        return Made.at("me/ties", ties.declare(tie).value());
    }
}
