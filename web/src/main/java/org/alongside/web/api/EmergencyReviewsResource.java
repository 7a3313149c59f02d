package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.emergency.EmergencyReviewService;
import org.alongside.emergency.EmergencyView.AccessReview;
import org.alongside.emergency.NewVerdict;
import org.alongside.shared.EmergencyAccessId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The data protection officer's look at every emergency access. */
@Path("/emergency-reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Emergency access")
public class EmergencyReviewsResource {

    @Inject
    private EmergencyReviewService reviews;

    @GET
    @Operation(
            operationId = "listEmergencyReviews",
            summary = "List the emergency accesses to review",
            description =
                    "What waits, soonest due first, then what was reviewed; at most 100, without what was looked at.")
    public List<AccessReview> list() {
        return reviews.list();
    }

    @GET
    @Path("/{emergencyId}")
    @Operation(
            operationId = "readEmergencyReview",
            summary = "Read who asked, why, and what was looked at",
            description = "Never what stands in the file.")
    public AccessReview read(@PathParam("emergencyId") EmergencyAccessId id) {
        return reviews.read(id);
    }

    @POST
    @Path("/{emergencyId}/verdict")
    @Operation(
            operationId = "judgeEmergencyAccess",
            summary = "Find it justified or misuse, once",
            description =
                    "Misuse ends what is still open, and is told to their supervisor and to administrators without"
                            + " whose file it was.")
    public void judge(@PathParam("emergencyId") EmergencyAccessId id, NewVerdict verdict) {
        reviews.judge(id, verdict);
    }
}
