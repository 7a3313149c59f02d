package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.notice.NewNoticeChoice;
import org.alongside.notice.NoticeChoice;
import org.alongside.notice.NoticeService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the caller hears that a task waits. */
@Path("/me/notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "How the caller hears that a task waits, and who is on call for what is urgent")
public class NoticeChoiceResource {

    @Inject
    private NoticeService notices;

    @GET
    @Operation(operationId = "readNoticeChoice", summary = "Read how the caller wants to hear that a task waits")
    public NoticeChoice choice() {
        return notices.choice();
    }

    @PUT
    @Operation(
            operationId = "chooseNotices",
            summary = "Choose how to hear that a task waits",
            description = "For what begins to wait from now on. Letters say that a task waits and nothing else.")
    public void choose(NewNoticeChoice choice) {
        notices.choose(choice);
    }
}
