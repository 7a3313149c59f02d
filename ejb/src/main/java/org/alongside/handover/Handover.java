package org.alongside.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

/**
 * The offer of a case's lead, for those who lead it: offered by a caseworker, let out by a supervisor who did not offer it, then
 * accepted, declined, taken back or run out. It is never changed: what is offered again is a new one.
 */
record Handover(
        HandoverId id,
        CaseId caseId,
        HandoverCard card,
        Optional<String> message,
        Instant proposedAt,
        WorkerId proposedBy,
        String proposedByName,
        Optional<String> approvedByName,
        Optional<String> withdrawReason,
        Optional<String> sentBackWords) {

    /** Refuses where somebody decided already, or where the caller offered it. */
    void requireDecidable(Caller caller) {
        if (card.state() != HandoverState.PROPOSED) {
            throw Refusal.wrongState("handover-decided");
        }
        if (proposedBy.equals(caller.worker())) {
            throw Refusal.notAllowed("own-request");
        }
    }

    HandoverView.Offer view(List<NewHandover.Item> items, Caller caller) {
        return new HandoverView.Offer(
                id,
                card.state(),
                card.to(),
                card.toName(),
                card.reason(),
                items,
                message,
                proposedAt,
                proposedByName,
                proposedBy.equals(caller.worker()),
                card.offeredAt(),
                approvedByName,
                card.expiresAt(),
                card.decidedAt(),
                card.declineReason(),
                withdrawReason,
                sentBackWords);
    }
}
