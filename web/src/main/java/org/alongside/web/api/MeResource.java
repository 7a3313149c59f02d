package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.access.MeService;
import org.alongside.worklist.WorklistService;
import org.alongside.worklist.WorklistService.Glance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who calls. */
@Path("/me")
@RequestScoped
@Tag(name = "Directory")
public class MeResource {

    @Inject
    private MeService me;

    @Inject
    private WorklistService worklist;

    /** The caller as the business sees it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readMe", summary = "Read who calls, as the business sees it")
    public MeService.Me get() {
        return me.me();
    }

    /** The caller, with how much waits. */
    @GET
    @Path("/waiting")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readWaiting", summary = "Read who calls and how much waits for them")
    public Glance waiting() {
        return worklist.glance();
    }
}
