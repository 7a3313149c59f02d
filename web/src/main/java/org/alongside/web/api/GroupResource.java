package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.counselling.GroupService;
import org.alongside.counselling.GroupView;
import org.alongside.counselling.NewGroup.NewGroupHour;
import org.alongside.counselling.NewGroup.NewMember;
import org.alongside.shared.CaseId;
import org.alongside.shared.GroupId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One group, for its counsellor alone. */
@Path("/groups/{groupId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Counsellors")
public class GroupResource {

    @Inject
    private GroupService groups;

    @PathParam("groupId")
    private GroupId groupId;

    @GET
    @Operation(operationId = "readGroup", summary = "Read a group, who is in it and who came")
    public GroupView read() {
        return groups.read(groupId);
    }

    @POST
    @Path("/members")
    @Operation(
            operationId = "joinGroup",
            summary = "Say that somebody comes to the group",
            description = "Whom the counsellor counsels; also to its hours that are still to come.")
    public void join(NewMember member) {
        groups.join(groupId, member);
    }

    @DELETE
    @Path("/members/{caseId}")
    @Operation(operationId = "leaveGroup", summary = "Say that somebody comes to the group no more")
    public void leave(@PathParam("caseId") CaseId caseId) {
        groups.leave(groupId, caseId);
    }

    @POST
    @Path("/hours")
    @Operation(
            operationId = "planGroupHour",
            summary = "Plan an hour of the group",
            description = "For everybody who is in it; who came is said of each by itself.")
    @APIResponse(
            responseCode = "201",
            description = "It is planned",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response plan(NewGroupHour asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at("hours", groups.plan(groupId, asked, key).value());
    }

    @POST
    @Path("/ending")
    @Operation(operationId = "endGroup", summary = "End a group", description = "What is still to come is called off.")
    public void end() {
        groups.end(groupId);
    }
}
