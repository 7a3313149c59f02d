package org.alongside.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.alongside.access.WhoAmI;

/** Who calls. */
@Path("/who-am-i")
public class WhoAmIResource {

    @EJB
    private WhoAmI whoAmI;

    /** The caller as the business sees it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> get() {
        return whoAmI.answer();
    }
}
