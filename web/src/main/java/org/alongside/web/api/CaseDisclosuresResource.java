package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.disclosure.DisclosureRules;
import org.alongside.disclosure.DisclosureService;
import org.alongside.disclosure.DisclosureView;
import org.alongside.disclosure.NewDisclosure;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is told of one case without her agreement, under a coded exception. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Disclosures without consent",
        description =
                "Telling somebody outside something although she did not agree: only under a coded exception, after a second person,"
                        + " as little as possible, on record, and she is told when it is safe. It opens no file to anybody")
public class CaseDisclosuresResource {

    @Inject
    private DisclosureService disclosures;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/disclosure-rules")
    @Operation(
            operationId = "readDisclosureRules",
            summary = "Read under which exceptions something may be told of her",
            description = "With who agrees and the most that may be told, and what she keeps from whom.")
    public DisclosureRules rules() {
        return disclosures.rules(caseId);
    }

    @GET
    @Path("/disclosures")
    @Operation(
            operationId = "listDisclosures",
            summary = "List what was told without her agreement, or was to be",
            description = "Newest first, at most 100; for those who lead the case.")
    public List<DisclosureView> list() {
        return disclosures.of(caseId);
    }

    @POST
    @Path("/disclosures")
    @Operation(
            operationId = "proposeDisclosure",
            summary = "Propose to tell somebody outside something without her agreement",
            description = "Nothing is told by it: a second person is asked to agree.")
    @APIResponse(
            responseCode = "201",
            description = "It is proposed",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response propose(NewDisclosure asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at("disclosures", disclosures.propose(caseId, asked, key).value());
    }
}
