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
import org.alongside.shared.TieId;
import org.alongside.tie.LeftAlone;
import org.alongside.tie.TeamTie;
import org.alongside.tie.TeamTieService;
import org.alongside.tie.TieEnd;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ties of those whom the caller supervises, and what they leave without anybody. */
@Path("/team")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ties")
public class TeamTiesResource {

    @Inject
    private TeamTieService ties;

    @GET
    @Path("/ties")
    @Operation(
            operationId = "listTeamTies",
            summary = "List the ties of those whom the caller supervises",
            description = "What stands first, at most 200; none to a file to which the caller has one.")
    public List<TeamTie> supervised() {
        return ties.supervised();
    }

    @POST
    @Path("/ties/{tieId}/end")
    @Operation(
            operationId = "endTie",
            summary = "End a tie of somebody else",
            description = "The file is open to them again, as far as it would be without it.")
    public void end(@PathParam("tieId") TieId id, TieEnd end) {
        ties.end(id, end);
    }

    @GET
    @Path("/left-alone")
    @Operation(
            operationId = "listLeftAlone",
            summary = "List open cases of the caller's teams on which nobody is left",
            description = "Whoever worked on them has a tie, or is away and who covers has one.")
    public List<LeftAlone> leftAlone() {
        return ties.leftAlone();
    }
}
