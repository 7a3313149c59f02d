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
import org.alongside.shared.ImportId;
import org.alongside.transfer.ImportService;
import org.alongside.transfer.ImportService.Caseworker;
import org.alongside.transfer.ImportService.ImportChoice;
import org.alongside.transfer.ImportView;
import org.alongside.transfer.NewImport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bringing the cases that an organisation has: look through a file, choose, follow it. */
@Path("/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files of cases that supervisors bring; docs/import.md describes the formats")
public class ImportsResource {

    @Inject
    private ImportService imports;

    @GET
    @Operation(
            operationId = "listImports",
            summary = "List the files that the caller's organisation has brought",
            description = "Newest first, at most 50; without what is wrong in them.")
    public List<ImportView> list() {
        return imports.list();
    }

    @GET
    @Path("/finished")
    @Operation(
            operationId = "listFinishedImports",
            summary = "List the caller's own imports that have ended since they looked",
            description = "Without what is wrong in them.")
    public List<ImportView> finished() {
        return imports.finished();
    }

    @GET
    @Path("/caseworkers")
    @Operation(operationId = "listCaseworkers", summary = "List the caseworkers to whom brought cases can be given")
    public List<Caseworker> caseworkers() {
        return imports.caseworkers();
    }

    @POST
    @Large
    @Operation(
            operationId = "checkImport",
            summary = "Look through a file of cases",
            description =
                    "Opens nothing: what is wrong in it is told by line and column when it is read. At most 5,000 rows."
                            + " It is kept until it is imported, discarded, or a day has passed.")
    @APIResponse(
            responseCode = "201",
            description = "The file was looked through",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response look(NewImport file) {
        return Made.at("imports", imports.look(file).value());
    }

    @GET
    @Path("/{importId}")
    @Operation(
            operationId = "readImport",
            summary = "Read how far an import is, and the first 200 things that are wrong in the file")
    public ImportView read(@PathParam("importId") ImportId id) {
        return imports.read(id);
    }

    @POST
    @Path("/{importId}/begin")
    @Operation(
            operationId = "beginImport",
            summary = "Have all or the good rows become cases",
            description =
                    "In the background; for the one who brought the file. `ALL` is refused while there are bad rows.")
    public void begin(@PathParam("importId") ImportId id, ImportChoice choice) {
        imports.begin(id, choice);
    }

    @POST
    @Path("/{importId}/discard")
    @Operation(operationId = "discardImport", summary = "Throw a file away before it is imported")
    public void discard(@PathParam("importId") ImportId id) {
        imports.discard(id);
    }
}
