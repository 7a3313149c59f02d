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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.alongside.outcome.NewScale;
import org.alongside.outcome.OutcomeCounts;
import org.alongside.outcome.OutcomeService;
import org.alongside.outcome.Scale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The scales by which is measured, and what came of it in counts. */
@Path("/scales")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Outcomes")
public class ScalesResource {

    @Inject
    private OutcomeService outcomes;

    @GET
    @Operation(
            operationId = "listScales",
            summary = "List the scales",
            description =
                    "Each in one language, with its version, ranges, licence and where that stands; also those that are put to nobody any more.")
    public List<Scale> list() {
        return outcomes.scales();
    }

    @POST
    @Operation(
            operationId = "bringScale",
            summary = "Bring in a scale",
            description =
                    "By an administrator, whole, with its licence and where that stands. A scale is never changed; another version is another.")
    public void bring(NewScale scale, @HeaderParam(Keys.NAME) String key) {
        outcomes.bring(scale, key);
    }

    @POST
    @Path("/{scaleId}/retirement")
    @Operation(
            operationId = "retireScale",
            summary = "Put a scale to nobody any more",
            description = "What was measured by it stays.")
    public void retire(@PathParam("scaleId") UUID scaleId) {
        outcomes.retire(scaleId);
    }

    @GET
    @Path("/{scaleId}/counts")
    @Operation(
            operationId = "countOutcomes",
            summary = "Count where people stood on a scale",
            description =
                    "Of the caller's own house, each person once at a point, by what was written down in a quarter that is over. Cells of fewer than five are not told, nor what would tell them.")
    public OutcomeCounts count(@PathParam("scaleId") UUID scaleId, @QueryParam("quarter") String quarter) {
        return outcomes.count(scaleId, Asked.day(quarter, "quarter"));
    }
}
