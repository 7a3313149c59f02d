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
import org.alongside.matrix.MatrixChangeView;
import org.alongside.matrix.MatrixService;
import org.alongside.matrix.MatrixView;
import org.alongside.matrix.NewMatrixChange;
import org.alongside.shared.MatrixChangeId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each role may make of each kind of information: one administrator proposes a change, another confirms it. */
@Path("/access-matrix")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Access matrix",
        description =
                "What each role may make of each kind of information; changed by two administrators, never by one")
public class MatrixResource {

    @Inject
    private MatrixService matrix;

    @GET
    @Operation(operationId = "readMatrix", summary = "Read the matrix in force")
    public MatrixView read() {
        return matrix.matrix();
    }

    @GET
    @Path("/mine")
    @Operation(
            operationId = "readOwnMatrix",
            summary = "Read what the caller's own roles may make of each kind of information",
            description = "In a file that they work on, and in no other.")
    public List<MatrixView.Cell> mine() {
        return matrix.mine();
    }

    @GET
    @Path("/versions/{matrixVersion}")
    @Operation(
            operationId = "readMatrixVersion",
            summary = "Read the matrix as it was",
            description = "1 is the matrix as it was delivered; every confirmed change makes one more.")
    public MatrixView version(@PathParam("matrixVersion") int version) {
        return matrix.matrixAt(version);
    }

    @GET
    @Path("/changes")
    @Operation(
            operationId = "listMatrixChanges",
            summary = "List every change that was ever proposed",
            description = "Those that wait first, then the newest.")
    public List<MatrixChangeView> changes() {
        return matrix.changes();
    }

    @POST
    @Path("/changes")
    @Operation(
            operationId = "proposeMatrixChange",
            summary = "Propose to change one cell",
            description = "It opens and closes nothing until another administrator confirms it. Refused beyond what the"
                    + " fences leave open, whoever asks.")
    @APIResponse(
            responseCode = "201",
            description = "Another administrator decides",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response propose(NewMatrixChange change) {
        return Made.at("access-matrix/changes", matrix.propose(change).value());
    }

    @GET
    @Path("/changes/{matrixChangeId}")
    @Operation(operationId = "readMatrixChange", summary = "Read a proposed change and what became of it")
    public MatrixChangeView change(@PathParam("matrixChangeId") MatrixChangeId id) {
        return matrix.change(id);
    }

    @POST
    @Path("/changes/{matrixChangeId}/confirmation")
    @Operation(
            operationId = "confirmMatrixChange",
            summary = "Confirm what another administrator proposed",
            description = "In force from that moment on, for everybody.")
    public void confirm(@PathParam("matrixChangeId") MatrixChangeId id) {
        matrix.confirm(id);
    }

    @POST
    @Path("/changes/{matrixChangeId}/refusal")
    @Operation(operationId = "refuseMatrixChange", summary = "Refuse a proposed change, or take one's own back")
    public void refuse(@PathParam("matrixChangeId") MatrixChangeId id) {
        matrix.refuse(id);
    }
}
