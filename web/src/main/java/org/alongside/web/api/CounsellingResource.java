package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.counselling.CaseloadService;
import org.alongside.counselling.CaseloadView;
import org.alongside.counselling.GroupService;
import org.alongside.counselling.GroupView.GroupRow;
import org.alongside.counselling.NewGroup;
import org.alongside.counselling.NewSupervision;
import org.alongside.counselling.SupervisedSession;
import org.alongside.counselling.WaitingCard;
import org.alongside.counselling.WeekService;
import org.alongside.counselling.WeekService.WeekQuery;
import org.alongside.counselling.WeekView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A counsellor's own week, who waits, groups, and how much is carried. */
@Path("/counselling")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Counsellors")
public class CounsellingResource {

    @Inject
    private WeekService weeks;

    @Inject
    private GroupService groups;

    @Inject
    private CaseloadService caseloads;

    @GET
    @Path("/week")
    @Operation(operationId = "readCounsellingWeek", summary = "Read one's own week of sessions")
    public WeekView week(@QueryParam("day") String day) {
        return weeks.week(new WeekQuery(WeekQuery.day(day)));
    }

    @GET
    @Path("/supervised")
    @Operation(
            operationId = "listSupervisedSessions",
            summary = "List the sessions whose record is to be read",
            description = "Of counsellors whom one supervises, without whose they are: the newest first, at most 30.")
    public List<SupervisedSession> supervised(@QueryParam("behind") @DefaultValue("0") String behind) {
        return weeks.supervised(Limit.number(behind));
    }

    @GET
    @Path("/waiting")
    @Operation(
            operationId = "listCounsellingWaiting",
            summary = "List who waits for counselling",
            description = "By cards, without a name: the most urgent first, then who waits longest.")
    public List<WaitingCard> waiting() {
        return weeks.waiting();
    }

    @GET
    @Path("/groups")
    @Operation(operationId = "listGroups", summary = "List one's own groups")
    public List<GroupRow> groups() {
        return groups.own();
    }

    @POST
    @Path("/groups")
    @Operation(operationId = "openGroup", summary = "Open a group", description = "Under a code that is given to it.")
    @APIResponse(
            responseCode = "201",
            description = "It is open",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response open(NewGroup asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at("groups", groups.open(asked, key).value());
    }

    @GET
    @Path("/caseload")
    @Operation(
            operationId = "readCaseload",
            summary = "Read how much counsellors carry",
            description =
                    "Numbers and days, nobody's file: for the house's supervisors all, for a counsellor their own.")
    public CaseloadView caseload() {
        return caseloads.caseload();
    }

    @POST
    @Path("/supervisions")
    @Operation(
            operationId = "nameClinicalSupervisor",
            summary = "Name who supervises a counsellor",
            description = "In the place of who did. Two counsellors of the house; nobody names themselves.")
    @APIResponse(
            responseCode = "201",
            description = "From now on it is they",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response name(NewSupervision asked) {
        return Made.at("supervisions", caseloads.name(asked).value());
    }
}
