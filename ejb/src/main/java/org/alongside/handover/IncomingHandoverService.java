package org.alongside.handover;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Settings;
import org.alongside.handover.HandoverEvent.HandoverDeclined;
import org.alongside.handover.HandoverEvent.LeadHandedOver;
import org.alongside.handover.HandoverService.IncomingHandover;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** The other house's door to handing over: read the card, accept and name who leads, or decline. */
@Stateless
@PermitAll
public class IncomingHandoverService {
    @Inject
    CallerContext callers;

    @Inject
    Handovers handovers;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Event<HandoverEvent> events;

    /** What is offered to the caller's organisation and waits for an answer, soonest to run out first. */
    @Requires(Permission.RECEIVE_HANDOVER)
    public List<HandoverCard> waiting() {
        return handovers.offeredTo(callers.caller().organisation());
    }

    /** The card, and who could be named to lead. */
    @Requires(Permission.RECEIVE_HANDOVER)
    public IncomingHandover read(HandoverId id) {
        HandoverCard card = handovers.card(id).orElseThrow(Refusal::notThere);
        return new IncomingHandover(card, card.answerable(callers.caller().now()), handovers.caseworkers());
    }

    /**
     * Takes over the lead: in this transaction the caseworker named is responsible, with everything that hangs on the case, and
     * the old lead is not. Refuses {@code handover-decided} where somebody was faster or it ran out, {@code consent-to-lead-ended},
     * {@code cannot-take-this-on}.
     *
     * @return the case
     */
    @Requires(Permission.RECEIVE_HANDOVER)
    public CaseId accept(HandoverId id, WorkerId caseworker) {
        HandoverCard card = requireAnswerable(id);
        if (caseworker == null) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("caseworker", "missing")));
        }
        TeamId team = handovers
                .teamOf(caseworker)
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("caseworker", "not-in-team"))));
        handovers.accept(id, team, caseworker);
        events.fire(new LeadHandedOver(id, card.from(), card.to(), handovers.subjects(id)));
        return handovers.caseOf(id).orElseThrow(Refusal::notThere);
    }

    /** Declines with a reason, code of referral_decline_reason: the old lead goes on. */
    @Requires(Permission.RECEIVE_HANDOVER)
    public void decline(HandoverId id, String reason) {
        new Check().code(reason, "reason", codes.in("referral_decline_reason")).orRefuse();
        requireAnswerable(id);
        Caller caller = callers.caller();
        handovers.decline(id, reason);
        events.fire(new HandoverDeclined(id, caller.now().plus(settings.of(HandoverService.SETTLED_WITHIN))));
    }

    private HandoverCard requireAnswerable(HandoverId id) {
        HandoverCard card = handovers.card(id).orElseThrow(Refusal::notThere);
        if (!card.answerable(callers.caller().now())) {
            throw Refusal.wrongState("handover-decided");
        }
        return card;
    }
}
