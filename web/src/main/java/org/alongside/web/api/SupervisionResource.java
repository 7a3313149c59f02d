package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.counselling.CaseloadService;
import org.alongside.counselling.NewSupervision.NewMeeting;
import org.alongside.shared.SupervisionId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** That somebody supervises a counsellor. */
@Path("/supervisions/{supervisionId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Counsellors")
public class SupervisionResource {

    @Inject
    private CaseloadService caseloads;

    @PathParam("supervisionId")
    private SupervisionId supervisionId;

    @POST
    @Path("/meetings")
    @Operation(
            operationId = "recordSupervision",
            summary = "Say that the two met",
            description = "On a day of the last month, by one of them; nothing of what was said.")
    public void met(NewMeeting meeting) {
        caseloads.met(supervisionId, meeting);
    }

    @POST
    @Path("/ending")
    @Operation(
            operationId = "endSupervision",
            summary = "Say that it ends",
            description = "Who supervised reads nothing of that counsellor's clinical record from then on.")
    public void end() {
        caseloads.end(supervisionId);
    }
}
