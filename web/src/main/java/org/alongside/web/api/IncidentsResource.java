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
import org.alongside.logbook.IncidentService;
import org.alongside.logbook.IncidentView;
import org.alongside.logbook.IncidentView.IncidentCount;
import org.alongside.logbook.IncidentView.IncidentRow;
import org.alongside.logbook.NewIncident.NewIncidentLook;
import org.alongside.shared.IncidentId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Incidents of the caller's houses, and what is learned of them. */
@Path("/incidents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Log of a house")
public class IncidentsResource {

    @Inject
    private IncidentService incidents;

    @GET
    @Operation(
            operationId = "listIncidents",
            summary = "List the incidents that the caller reads",
            description = "What waits to be looked at first; at most 100. A supervisor's are those about the conduct of"
                    + " staff and those at which nobody looked in time.")
    public List<IncidentRow> list() {
        return incidents.list();
    }

    @GET
    @Path("/counts")
    @Operation(
            operationId = "countIncidents",
            summary = "Count the incidents of the last twelve months by kind and month")
    public List<IncidentCount> count() {
        return incidents.count();
    }

    @GET
    @Path("/{incidentId}")
    @Operation(
            operationId = "readIncident",
            summary = "Read an incident",
            description = "With those of the house whom the caller may know.")
    public IncidentView read(@PathParam("incidentId") IncidentId id) {
        return incidents.read(id).content();
    }

    @POST
    @Path("/{incidentId}/look")
    @Operation(
            operationId = "lookAtIncident",
            summary = "Say that one has looked at it and what is learned",
            description = "Never by who wrote it or whom it is about.")
    public void look(@PathParam("incidentId") IncidentId id, NewIncidentLook look) {
        incidents.look(id, look);
    }
}
