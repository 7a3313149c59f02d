package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.safety.AlertService;
import org.alongside.safety.UnansweredAlert;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** That nobody of a house answers an alert, for coordinators. */
@Path("/unanswered-alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Safety")
public class UnansweredAlertsResource {

    @Inject
    private AlertService alerts;

    @GET
    @Operation(
            operationId = "listUnansweredAlerts",
            summary = "List the alerts that nobody answers",
            description =
                    "The longest waiting first, at most 50: which house, how urgent, since when; not of whom and not what.")
    public List<UnansweredAlert> list() {
        return alerts.unanswered();
    }
}
