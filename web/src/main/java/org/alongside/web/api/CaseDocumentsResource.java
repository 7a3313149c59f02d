package org.alongside.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.document.DocumentQuery;
import org.alongside.document.DocumentService;
import org.alongside.document.DocumentsView;
import org.alongside.document.NewDocument;
import org.alongside.shared.CaseId;
import org.alongside.web.document.HandedInFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The documents of a case. */
@Path("/cases/{caseId}/documents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = DocumentResource.TAG,
        description =
                "Papers and pictures of a case, each opened by its class and kind of information; every opening is audited")
public class CaseDocumentsResource {

    @Inject
    private DocumentService documents;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "listDocuments",
            summary = "List the documents of a case",
            description =
                    "As far as they are the caller's to know; looked for by their titles and by nothing that stands in them.")
    public DocumentsView list(
            @QueryParam("title") String title,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return documents.of(caseId, new DocumentQuery(title, cursor, Limit.of(limit)));
    }

    @POST
    @InParts
    @Consumes(Parts.MEDIA_TYPE)
    @Operation(
            operationId = "bringDocument",
            summary = "Add a document to a case",
            description =
                    "A file is taken if it is what its bytes and its name say, whole, and called clean by the virus scanner where one is"
                            + " installed. Of pictures what tells of place and time is taken out. Its name is not kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Parts.MEDIA_TYPE,
                            schema = @Schema(implementation = Parts.DocumentInParts.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is in the file",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response bring(@Context HttpServletRequest request, @HeaderParam(Keys.NAME) String key)
            throws JsonProcessingException {
        NewDocument brought = Parts.read(request, "document", NewDocument.class);
        return Made.at(
                "documents",
                documents
                        .bring(caseId, brought, HandedInFilter.file(request), key)
                        .value());
    }
}
