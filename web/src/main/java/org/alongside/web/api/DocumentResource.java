package org.alongside.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.alongside.document.DocumentFile;
import org.alongside.document.DocumentService;
import org.alongside.document.DocumentsView.DocumentView;
import org.alongside.document.NewDocument.NewTitle;
import org.alongside.document.NewDocument.NewVersion;
import org.alongside.document.NewDocument.NewWithdrawal;
import org.alongside.shared.DocumentId;
import org.alongside.shared.Refusal;
import org.alongside.web.document.DocumentServlet;
import org.alongside.web.document.HandedInFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One document with its versions. */
@Path("/documents/{documentId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = DocumentResource.TAG)
public class DocumentResource {
    static final String TAG = "Documents";

    @Inject
    private DocumentService documents;

    @Inject
    private CallersVersion version;

    @PathParam("documentId")
    private DocumentId documentId;

    @GET
    @Operation(
            operationId = "readDocument",
            summary = "Read what is known of a document, and its versions",
            description = "Without what stands in them; with the entity tag for changing it.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Response read() {
        DocumentView view = documents.read(documentId);
        return Versions.tagged(view, view.document().version());
    }

    @GET
    @Path("/versions/{number}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "openDocument",
            summary = "Fetch what stands in a version",
            description = "That it was fetched is in the audit before the first byte is sent.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response open(@PathParam("number") String number) {
        if (!number.matches("\\d{1,6}")) {
            throw Refusal.notThere();
        }
        DocumentFile file = documents.open(documentId, Integer.parseInt(number));
        StreamingOutput sent = file::to;
        return Response.ok(sent)
                .header(HttpHeaders.CONTENT_DISPOSITION, DocumentServlet.attached(file))
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
                .build();
    }

    @POST
    @Path("/versions")
    @InParts
    @Consumes(Parts.MEDIA_TYPE)
    @Operation(
            operationId = "addDocumentVersion",
            summary = "Add a version",
            description = "What was there stays. Where there is a newer one than the caller has seen, nothing is done.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Parts.MEDIA_TYPE,
                            schema = @Schema(implementation = Parts.VersionInParts.class)))
    public void add(
            @Context HttpServletRequest request,
            @HeaderParam(Keys.NAME) String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch)
            throws JsonProcessingException {
        NewVersion added = Parts.read(request, "version", NewVersion.class);
        version.on(ifMatch, documents).replace(documentId, added, HandedInFilter.file(request), key);
    }

    @POST
    @Path("/title")
    @Operation(operationId = "renameDocument", summary = "Give a document another title")
    public void rename(NewTitle title, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, documents).rename(documentId, title);
    }

    @POST
    @Path("/withdrawal")
    @Operation(
            operationId = "withdrawDocument",
            summary = "Withdraw a document",
            description = "It opens to nobody any more; that it was there, and why it was withdrawn, stays to be seen.")
    public void withdraw(NewWithdrawal withdrawal, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        version.on(ifMatch, documents).withdraw(documentId, withdrawal);
    }
}
