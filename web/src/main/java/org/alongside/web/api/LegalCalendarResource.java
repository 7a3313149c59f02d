package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.alongside.proceeding.LegalCalendar;
import org.alongside.proceeding.LegalCalendarService;
import org.alongside.proceeding.LegalCalendarService.CalendarQuery;
import org.alongside.shared.Check;
import org.alongside.shared.WorkerId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendar of hearings and last days. */
@Path("/legal-calendar")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class LegalCalendarResource {

    private static final String A_MONTH = "31";

    @Inject
    private LegalCalendarService calendars;

    @GET
    @Operation(
            operationId = "readLegalCalendar",
            summary = "Read the calendar of hearings and last days",
            description =
                    "Of the matters of the caller's organisation and of the cases it leads: by code, with what is missing for a hearing,"
                            + " and no word of what it is about.")
    public LegalCalendar read(
            @QueryParam("firstDay") String from,
            @QueryParam("dayCount") @DefaultValue(A_MONTH) String days,
            @QueryParam("onlyMine") @DefaultValue("false") String onlyMine,
            @QueryParam("counsel") UUID counsel,
            @QueryParam("lacking") String lacking) {
        new Check()
                .that(days.matches("[0-9]{1,3}"), "dayCount", "day-count", CalendarQuery.LONGEST)
                .orRefuse();
        return calendars.between(new CalendarQuery(
                CalendarQuery.day(from),
                Integer.parseInt(days),
                Boolean.parseBoolean(onlyMine),
                counsel == null ? null : new WorkerId(counsel),
                lacking == null || lacking.isBlank() ? null : lacking));
    }
}
