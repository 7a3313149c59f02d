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
import org.alongside.careplan.NeedService;
import org.alongside.careplan.NeedsView;
import org.alongside.careplan.NewNeedsAssessment;
import org.alongside.careplan.NewSay;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What she needs, what she can build on, and what she says of it herself. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Care plan")
public class NeedsResource {

    @Inject
    private NeedService needs;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/needs")
    @Operation(
            operationId = "readNeeds",
            summary = "Read her needs and strengths",
            description = "What she says herself and how she was found at each point, the newest first."
                    + " All of it for who leads; for others what they wrote.")
    public NeedsView needs() {
        return needs.of(caseId);
    }

    @POST
    @Path("/needs")
    @Operation(
            operationId = "assessNeeds",
            summary = "Assess her needs and strengths",
            description = "Over the care domains that were talked about; kept beside the assessments before.")
    public void assess(NewNeedsAssessment assessed, @HeaderParam(Keys.NAME) String key) {
        needs.assess(caseId, assessed, key);
    }

    @POST
    @Path("/own-words")
    @Operation(
            operationId = "recordSay",
            summary = "Write down what she says of her plan",
            description =
                    "What matters most to her and how it goes, in her own words; kept beside what she said before.")
    public void hear(NewSay said, @HeaderParam(Keys.NAME) String key) {
        needs.hear(caseId, said, key);
    }
}
