package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.organisation.Departure;
import org.alongside.organisation.DepartureService;
import org.alongside.organisation.DepartureService.Leaver;
import org.alongside.organisation.DepartureService.NewDeparture;
import org.alongside.organisation.TeamService;
import org.alongside.organisation.TeamService.NewAbsence;
import org.alongside.organisation.TeamService.TeamQuery;
import org.alongside.organisation.TeamView;
import org.alongside.organisation.TeamView.TeamCase;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.Page;
import org.alongside.shared.WorkerId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A supervisor's teams: who works on what, who takes it over, who covers for whom. */
@Path("/team")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Team", description = "Who works on what, who takes it over, who covers for whom; for supervisors")
public class TeamResource {

    @Inject
    private TeamService team;

    @Inject
    private DepartureService departures;

    @GET
    @Operation(
            operationId = "readTeam",
            summary = "Read who works in the caller's teams, with how many cases, and who is away")
    public TeamView read() {
        return team.team();
    }

    @GET
    @Path("/cases")
    @Operation(
            operationId = "listTeamCases",
            summary = "List the cases of the caller's teams",
            description = "Soonest due first, 200 a page.")
    public Page<TeamCase> cases(@QueryParam("worker") WorkerId worker, @QueryParam("cursor") String cursor) {
        return team.cases(new TeamQuery(worker, null, cursor));
    }

    @GET
    @Path("/members/{workerId}/work")
    @Operation(
            operationId = "readWork",
            summary = "Read all that is somebody's in the caller's teams",
            description = "Whether they leave, have left or stay; and who could take it over.")
    public Departure work(@PathParam("workerId") WorkerId worker) {
        return departures.read(new Leaver(worker));
    }

    @POST
    @Path("/members/{workerId}/handover")
    @Operation(
            operationId = "handOverWork",
            summary = "Hand all that is somebody's to a colleague, or what belongs to one case",
            description =
                    "What the colleague has a tie to, or what is of a team to which they do not belong, stays where"
                            + " it is and is answered.")
    public Departure handOver(@PathParam("workerId") WorkerId worker, NewDeparture departure) {
        return departures.handOver(new Leaver(worker), departure).content();
    }

    @POST
    @Path("/absences")
    @Operation(
            operationId = "recordAbsence",
            summary = "Record that somebody is away and who covers",
            description = "Their cases are open to who covers from the first day to the last; what they have taken is"
                    + " offered again when it begins.")
    @APIResponse(
            responseCode = "201",
            description = "Who covers is assigned",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response recordAbsence(NewAbsence absence) {
        return Made.at("team/absences", team.recordAbsence(absence).value());
    }

    @POST
    @Path("/absences/{absenceId}/end")
    @Operation(operationId = "endAbsence", summary = "End an absence before its time")
    public void endAbsence(@PathParam("absenceId") AbsenceId id) {
        team.endAbsence(id);
    }
}
