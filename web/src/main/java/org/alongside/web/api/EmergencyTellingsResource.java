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
import org.alongside.casefile.NewTelling;
import org.alongside.emergency.EmergencyView.AccessTelling;
import org.alongside.emergency.TellingService;
import org.alongside.shared.EmergencyAccessId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For those who lead the case: who looked into it in an emergency, and that she was told. */
@Path("/emergency-tellings/{emergencyId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Emergency access")
public class EmergencyTellingsResource {

    @Inject
    private TellingService tellings;

    @PathParam("emergencyId")
    private EmergencyAccessId emergencyId;

    @GET
    @Operation(
            operationId = "readTelling",
            summary = "Read who opened the file, why, and whether she was told",
            description = "For those who lead the case.")
    public AccessTelling read() {
        return tellings.read(emergencyId);
    }

    @POST
    @Operation(
            operationId = "tellOfAccess",
            summary = "Write down that she was told, or why not yet",
            description =
                    "She herself, or a guardian of a child who is not excluded. What could not be told is asked again.")
    public void tell(NewTelling telling) {
        tellings.tell(emergencyId, telling);
    }
}
