package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.referral.ReferralView;
import org.alongside.referral.SentService;
import org.alongside.referral.SentService.SentQuery;
import org.alongside.report.Coordination;
import org.alongside.report.Coordination.Flow;
import org.alongside.report.CoordinationService;
import org.alongside.report.CoordinationService.CoordinationQuery;
import org.alongside.report.CoordinationService.Difference;
import org.alongside.report.Period;
import org.alongside.report.Side;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How help moves between organisations: counts, and the cards behind them. */
@Path("/coordination")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coordination", description = "How help moves between organisations: counts, and the cards behind them")
public class CoordinationResource {

    @Inject
    private CoordinationService coordination;

    @Inject
    private SentService sent;

    @GET
    @Operation(
            operationId = "readCoordination",
            summary = "Read how help moves",
            description =
                    "For coordinators of a competent authority: everybody's, or one organisation's. For supervisors and"
                            + " shelter managers: their own organisation's. Counts are exact at the moment of reading.")
    public Coordination overview(
            @QueryParam("period") String period,
            @QueryParam("organisation") String organisation,
            @QueryParam("side") String side) {
        return coordination.overview(query(period, organisation, side));
    }

    @GET
    @Path("/flows")
    @Operation(
            operationId = "listFlows",
            summary = "List who asked whom for what",
            description = "All of it, the most asked first; for the same callers as the overview.")
    public List<Flow> flows(
            @QueryParam("period") String period,
            @QueryParam("organisation") String organisation,
            @QueryParam("side") String side) {
        return coordination.flows(query(period, organisation, side));
    }

    private static CoordinationQuery query(String period, String organisation, String side) {
        return new CoordinationQuery(
                Asked.code(Period.class, period, "period"),
                Asked.organisation(organisation, "organisation"),
                Asked.code(Side.class, side, "side"));
    }

    @GET
    @Path("/referrals")
    @Operation(
            operationId = "listReferralsBehind",
            summary = "List the cards behind a number",
            description =
                    "Codes only, no identity. Of a period, the newest first; without one, what waits now, the most overdue"
                            + " first. Who is no coordinator finds those that are open to them.")
    public Page<ReferralView.Card> referrals(
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("states") List<String> states,
            @QueryParam("service") String service,
            @QueryParam("sender") String sender,
            @QueryParam("recipient") String recipient,
            @QueryParam("reason") String reason,
            @QueryParam("late") String late,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return sent.list(new SentQuery(
                Asked.day(from, "from"),
                Asked.day(until, "until"),
                states,
                service,
                Asked.organisation(sender, "sender"),
                Asked.organisation(recipient, "recipient"),
                reason,
                late,
                cursor,
                Limit.of(limit)));
    }

    @GET
    @Path("/verification")
    @Operation(
            operationId = "verifyCounts",
            summary = "Hold every count against a recount",
            description = "For administrators: the totals that are not what they should be; none where all is well.")
    public List<Difference> verify() {
        return coordination.verify();
    }

    @POST
    @Path("/rebuild")
    @Operation(
            operationId = "rebuildCounts",
            summary = "Set every wrong count to what a recount finds",
            description = "For administrators. Nobody has to stop working meanwhile.")
    public Rebuilt rebuild() {
        return new Rebuilt(coordination.rebuild());
    }

    /** How many counts were wrong. */
    @Schema(name = "RebuiltCounts")
    public record Rebuilt(long corrected) {}
}
