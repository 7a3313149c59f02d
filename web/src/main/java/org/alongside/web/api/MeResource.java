package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.access.MeService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who calls. */
@Path("/me")
@RequestScoped
@Tag(name = "Directory")
public class MeResource {

    @Inject
    private MeService me;

    /** The caller as the business sees it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readMe", summary = "Read who calls, as the business sees it")
    public MeService.Me get() {
        return me.me();
    }
}
