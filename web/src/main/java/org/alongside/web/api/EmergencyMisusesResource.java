package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.emergency.EmergencyReviewService;
import org.alongside.emergency.EmergencyView.AccessNotice;
import org.alongside.shared.EmergencyAccessId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What supervisors and administrators are told of a misuse: who and when, never whose file. */
@Path("/emergency-misuses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Emergency access")
public class EmergencyMisusesResource {

    @Inject
    private EmergencyReviewService reviews;

    @GET
    @Operation(
            operationId = "listMisuses",
            summary = "List the emergency accesses that were found to be misuse",
            description = "Of the caller's organisation, for an administrator of all; newest first, at most 50.")
    public List<AccessNotice> list() {
        return reviews.listMisuses();
    }

    @GET
    @Path("/{emergencyId}")
    @Operation(
            operationId = "readMisuse",
            summary = "Read of a misuse, or, as a coordinator, of a review that is late",
            description = "Who it was and when; nothing of the file.")
    public AccessNotice read(@PathParam("emergencyId") EmergencyAccessId id) {
        return reviews.readMisuse(id);
    }

    @POST
    @Path("/{emergencyId}/seen")
    @Operation(operationId = "seeMisuse", summary = "Say that the caller's desk has seen to it")
    public void see(@PathParam("emergencyId") EmergencyAccessId id) {
        reviews.seeMisuse(id);
    }
}
