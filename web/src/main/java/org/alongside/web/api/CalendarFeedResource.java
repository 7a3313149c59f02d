package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.proceeding.CalendarFeedService;
import org.alongside.proceeding.CalendarFeedService.FeedSecret;
import org.alongside.proceeding.CalendarFeedService.FeedView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendar that the caller subscribes to. */
@Path("/calendar-feed")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class CalendarFeedResource {

    @Inject
    private CalendarFeedService feeds;

    @GET
    @Operation(
            operationId = "readCalendarFeed",
            summary = "Read whether one subscribes to one's calendar, and when it was read")
    public FeedView read() {
        return feeds.read();
    }

    @POST
    @Operation(
            operationId = "makeCalendarFeed",
            summary = "Make an address for one's calendar",
            description =
                    "An earlier one opens nothing any more. The secret is told this once; the calendar is read, without signing in,"
                            + " under /calendar/{secret}.ics and says when there is something, and not what.")
    public FeedSecret make() {
        return feeds.make();
    }

    @DELETE
    @Operation(operationId = "takeCalendarFeedBack", summary = "Take the address of one's calendar back")
    public void takeBack() {
        feeds.takeBack();
    }
}
