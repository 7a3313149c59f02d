package org.alongside.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.access.MeService;

/** Who calls. */
@Path("/me")
public class MeResource {
    @EJB
    private MeService me;

    /** The caller as the business sees it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public MeService.Me get() {
        return me.me();
    }
}
