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
import org.alongside.identification.NewNotification;
import org.alongside.identification.NotificationService;
import org.alongside.identification.NotificationView;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notifying the authority of an adult who refuses to be identified. */
@Path("/cases/{caseId}/notification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Identification",
        description =
                "An adult who refuses to be identified is notified without identity where the law of the jurisdiction asks for it:"
                        + " a few coded facts, after a second person, with no way back to her")
public class CaseNotificationResource {

    @Inject
    private NotificationService notifications;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readNotification",
            summary = "Read what the law asks when she refuses to be identified",
            description = "With exactly what would go, and why not now if so; for those who lead the case.")
    public NotificationView read() {
        return notifications.of(caseId);
    }

    @POST
    @Operation(
            operationId = "proposeNotification",
            summary = "Propose to notify the authority of her without identity",
            description =
                    "Nothing goes by it: a supervisor is asked to agree. It is a disclosure without consent from then on.")
    @APIResponse(
            responseCode = "201",
            description = "It is proposed",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response propose(NewNotification asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at("disclosures", notifications.propose(caseId, asked, key).value());
    }
}
