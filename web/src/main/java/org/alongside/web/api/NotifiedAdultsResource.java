package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.alongside.identification.NotificationService;
import org.alongside.identification.NotifiedAdult;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Adults who refused to be identified, as the authority knows them. */
@Path("/notified-adults")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identification")
public class NotifiedAdultsResource {

    @Inject
    private NotificationService notifications;

    @GET
    @Operation(
            operationId = "listNotifiedAdults",
            summary = "List adults who refused to be identified",
            description =
                    "For coordinators of the competent authority: coded facts without identity, the newest week first,"
                            + " within a week by a number drawn by chance. What is agreed to in a week arrives on the Monday after it.")
    public Page<NotifiedAdult> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return notifications.arrived(cursor, Limit.of(limit));
    }
}
