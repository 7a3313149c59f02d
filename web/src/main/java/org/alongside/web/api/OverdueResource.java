package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What coordinators look after. */
@Path("/overdue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work")
public class OverdueResource {

    @Inject
    private ReferralService referrals;

    @GET
    @Operation(
            operationId = "listOverdueReferrals",
            summary = "List referrals that nobody answered in time",
            description = "For coordinators: cards without identity, oldest first, at most 50.")
    public List<ReferralView.Card> overdue() {
        return referrals.overdue();
    }
}
