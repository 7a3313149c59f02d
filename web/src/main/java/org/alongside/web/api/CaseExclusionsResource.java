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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.consent.ExclusionService;
import org.alongside.consent.ExclusionView;
import org.alongside.consent.NewExclusion;
import org.alongside.shared.CaseId;
import org.alongside.shared.ExclusionId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the survivor of one case keeps from which organisation. */
@Path("/cases/{caseId}/exclusions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class CaseExclusionsResource {

    @Inject
    private ExclusionService exclusions;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "listExclusions",
            summary = "List what a survivor keeps from whom",
            description = "Newest first, with what she let go again.")
    public List<ExclusionView> of() {
        return exclusions.of(caseId);
    }

    @POST
    @Operation(
            operationId = "keepBack",
            summary = "Keep something from an organisation",
            description =
                    "At her word, in the same second, under every consent to that organisation, earlier or later, until she lifts it.")
    @APIResponse(
            responseCode = "201",
            description = "It is kept back",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response keepBack(NewExclusion exclusion, @HeaderParam(Keys.NAME) String key) {
        ExclusionId id = exclusions.keepBack(caseId, exclusion, key);
        return Response.status(Response.Status.CREATED)
                .entity(new Made(id.value()))
                .build();
    }

    @POST
    @Path("/{exclusionId}/lifting")
    @Operation(
            operationId = "liftExclusion",
            summary = "Keep it back no longer",
            description = "What she agreed to opens again, as far as it is still agreed.")
    public void lift(@PathParam("exclusionId") ExclusionId exclusionId) {
        exclusions.lift(caseId, exclusionId);
    }
}
