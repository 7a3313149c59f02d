package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.restriction.NewRestriction.NewLook;
import org.alongside.restriction.NewRestriction.NewProlonging;
import org.alongside.restriction.RestrictionService;
import org.alongside.restriction.RestrictionView;
import org.alongside.shared.RestrictionId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One limit on a stay: tell her, review it, prolong it for a new reason, or lift it. */
@Path("/restrictions/{restrictionId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Limits on a stay")
public class RestrictionResource {

    @Inject
    private RestrictionService restrictions;

    @PathParam("restrictionId")
    private RestrictionId restrictionId;

    @GET
    @Operation(operationId = "readRestriction", summary = "Read the limits on the stay that one of them is about")
    public RestrictionView read() {
        return restrictions.read(restrictionId);
    }

    @POST
    @Path("/telling")
    @Operation(
            operationId = "tellOfRestriction",
            summary = "Say that she was told of it",
            description = "Or, where it has ended, that she was told that it has.")
    public void tell() {
        restrictions.tell(restrictionId);
    }

    @POST
    @Path("/review")
    @Operation(
            operationId = "reviewRestriction",
            summary = "Say that one has looked at it again, and that it stays",
            description =
                    "By somebody else than who imposed or prolonged it; again after seven days, as long as it lasts.")
    public void review(NewLook look) {
        restrictions.review(restrictionId, look);
    }

    @POST
    @Path("/prolonging")
    @Operation(
            operationId = "prolongRestriction",
            summary = "Have it go on for a new reason",
            description = "She is told anew, and somebody else reviews it anew.")
    public void prolong(NewProlonging asked) {
        restrictions.prolong(restrictionId, asked);
    }

    @POST
    @Path("/lifting")
    @Operation(operationId = "liftRestriction", summary = "Lift it before its end", description = "She is told.")
    public void lift(NewLook why) {
        restrictions.lift(restrictionId, why);
    }
}
