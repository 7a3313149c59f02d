package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.logbook.LogbookService;
import org.alongside.shared.ShiftNoteId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one shift left: the next takes it over. */
@Path("/shift-notes/{shiftNoteId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Log of a house")
public class ShiftNoteResource {

    @Inject
    private LogbookService log;

    @PathParam("shiftNoteId")
    private ShiftNoteId note;

    @POST
    @Path("/take-over")
    @Operation(
            operationId = "takeOverShift",
            summary = "Say that one has read it and goes on from there",
            description = "By somebody else than wrote it, once.")
    public void takeOver() {
        log.takeOver(note);
    }
}
