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
import org.alongside.safety.AlertService;
import org.alongside.safety.AlertView;
import org.alongside.safety.NewSettlement;
import org.alongside.shared.AlertId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One alert: see to it, and write down what was done. */
@Path("/alerts/{alertId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Safety")
public class AlertResource {

    @Inject
    private AlertService alerts;

    @PathParam("alertId")
    private AlertId alertId;

    @GET
    @Operation(
            operationId = "readAlert",
            summary = "Read an alert",
            description =
                    "For those who may know of her safety, who raised it, and while it is open whoever is on call where the case is led.")
    public AlertView read() {
        return alerts.read(alertId);
    }

    @POST
    @Path("/acknowledgement")
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "See to an alert",
            description = "Another person than who raised it; then nobody else is called to it.")
    public void acknowledge() {
        alerts.acknowledge(alertId);
    }

    @POST
    @Path("/settlement")
    @Operation(
            operationId = "settleAlert",
            summary = "Write down what was done about an alert",
            description = "Once somebody saw to it; then nobody is asked any more.")
    public void settle(NewSettlement done) {
        alerts.settle(alertId, done);
    }
}
