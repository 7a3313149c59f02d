package org.alongside.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.casefile.DraftService;
import org.alongside.casefile.DraftService.NewDraft;
import org.alongside.shared.CaseId;
import org.alongside.shared.DraftId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller has begun to write and not handed in. */
@Path("/drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Drafts",
        description = "What the caller has begun to write and not handed in; readable by its author alone")
public class DraftsResource {

    private static final ObjectMapper JSON = Json.mapper();

    @Inject
    private DraftService drafts;

    @Inject
    private CallersVersion version;

    @GET
    @Operation(
            operationId = "listDrafts",
            summary = "List the caller's own drafts",
            description = "Newest first, at most 20.")
    public List<Draft> mine() {
        return drafts.mine().stream().map(Draft::of).toList();
    }

    @POST
    @Operation(operationId = "beginDraft", summary = "Begin an empty draft")
    @APIResponse(
            responseCode = "201",
            description = "The draft is begun",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response begin(NewDraft draft) {
        return Made.at("drafts", drafts.begin(draft).value());
    }

    @GET
    @Path("/{draftId}")
    @Operation(operationId = "readDraft", summary = "Read a draft")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = Draft.class)))
    public Response read(@PathParam("draftId") DraftId draftId) {
        DraftService.Draft draft = drafts.read(draftId);
        return Versions.tagged(Draft.of(draft), draft.version());
    }

    @PUT
    @Path("/{draftId}")
    @Operation(operationId = "saveDraft", summary = "Keep the answers as they are now")
    public Saved save(
            @PathParam("draftId") DraftId draftId, Answers answers, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return new Saved(version.on(ifMatch, drafts)
                .save(
                        draftId,
                        answers.answers() == null ? null : answers.answers().toString()));
    }

    @DELETE
    @Path("/{draftId}")
    @Operation(
            operationId = "discardDraft",
            summary = "Throw a draft away",
            description = "Answers the same whether there was one.")
    public void discard(@PathParam("draftId") DraftId draftId) {
        drafts.discard(draftId);
    }

    /** The answers of a form. */
    @Schema(name = "DraftAnswers")
    public record Answers(
            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "By name of the field, a text or a list of texts")
            JsonNode answers) {}

    /** When a draft was kept. */
    @Schema(name = "DraftSaved")
    public record Saved(Instant savedAt) {}

    /** A draft with its answers. */
    public record Draft(
            DraftId id,

            @Schema(description = "intake, consent, referral, or page: what was typed on any other page")
            String kind,

            Optional<CaseId> caseId,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "By name of the field, a text or a list of texts")
            JsonNode answers,

            Instant savedAt) {

        static Draft of(DraftService.Draft draft) {
            try {
                return new Draft(
                        draft.id(), draft.kind(), draft.caseId(), JSON.readTree(draft.answers()), draft.savedAt());
            } catch (JsonProcessingException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
