package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.alongside.proceeding.CourtCalendarService;
import org.alongside.proceeding.NewCourtCalendar;
import org.alongside.proceeding.NewCourtCalendar.CourtCalendarView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendars of courts that the caller's organisation keeps. */
@Path("/court-calendars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class CourtCalendarsResource {

    @Inject
    private CourtCalendarService calendars;

    @GET
    @Operation(
            operationId = "listCourtCalendars",
            summary = "List the calendars of courts",
            description = "Those that the caller's organisation keeps, by name. Nothing of a survivor is in them.")
    public List<CourtCalendarView> list() {
        return calendars.list();
    }

    @POST
    @Operation(operationId = "addCourtCalendar", summary = "Write down when a court works and how long it gives")
    public void add(NewCourtCalendar calendar, @HeaderParam(Keys.NAME) String key) {
        calendars.add(calendar, key);
    }

    @PUT
    @Path("/{calendarId}")
    @Operation(
            operationId = "changeCourtCalendar",
            summary = "Write the calendar of a court anew",
            description = "As a whole. Deadlines that run stay as they were reckoned.")
    public void change(
            @PathParam("calendarId") UUID calendarId,
            NewCourtCalendar calendar,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        calendars.change(calendarId, calendar, Versions.required(ifMatch));
    }
}
