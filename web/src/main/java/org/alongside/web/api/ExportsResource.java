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
import org.alongside.shared.ExportId;
import org.alongside.transfer.ExportService;
import org.alongside.transfer.ExportService.NewExport;
import org.alongside.transfer.ExportService.Passphrase;
import org.alongside.transfer.ExportView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking an organisation's own cases out: one supervisor asks, another decides, the first one fetches. */
@Path("/exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Exports",
        description = "Taking an organisation's own cases out, an act of two supervisors; every case in it is audited")
public class ExportsResource {

    /** What the file is called on the disk of the one who fetches it. */
    private static final String NAME = "attachment; filename=\"cases.zip\"";

    @Inject
    private ExportService exports;

    @GET
    @Operation(
            operationId = "listExports",
            summary = "List the requests of the caller's organisation",
            description = "Newest first, at most 50.")
    public List<ExportView> list() {
        return exports.list();
    }

    @POST
    @Operation(operationId = "askExport", summary = "Ask to take out every case that the caller's organisation leads")
    @APIResponse(
            responseCode = "201",
            description = "Another supervisor decides",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response ask(NewExport export) {
        return Made.at("exports", exports.ask(export).value());
    }

    @GET
    @Path("/{exportId}")
    @Operation(operationId = "readExport", summary = "Read how far a request is")
    public ExportView read(@PathParam("exportId") ExportId id) {
        return exports.read(id);
    }

    @POST
    @Path("/{exportId}/approval")
    @Operation(operationId = "approveExport", summary = "Approve what another supervisor asked for")
    public void approve(@PathParam("exportId") ExportId id) {
        exports.approve(id);
    }

    @POST
    @Path("/{exportId}/refusal")
    @Operation(operationId = "refuseExport", summary = "Refuse what another supervisor asked for")
    public void refuse(@PathParam("exportId") ExportId id) {
        exports.refuse(id);
    }

    @POST
    @Path("/{exportId}/packing")
    @Operation(
            operationId = "packExport",
            summary = "Have the cases packed, encrypted to a passphrase",
            description =
                    "In the background; for the one who asked, within a week of the approval. The passphrase is kept in"
                            + " memory until then and nowhere else: where it is lost with the server, it must be typed again.")
    public void pack(@PathParam("exportId") ExportId id, Passphrase passphrase) {
        exports.pack(id, passphrase);
    }

    @POST
    @Path("/{exportId}/file")
    @Produces("application/zip")
    @Operation(
            operationId = "fetchExport",
            summary = "Fetch the encrypted file, once",
            description = "A ZIP of CSV files, each encrypted with AES-256; erased as it is fetched, and after a day.")
    @APIResponse(
            responseCode = "200",
            description = "The encrypted file",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema =
                                    @Schema(
                                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                            format = "binary")))
    public Response fetch(@PathParam("exportId") ExportId id) {
        return Response.ok(exports.fetch(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, NAME)
                .build();
    }
}
