package org.alongside.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.HandoverId;
import org.alongside.shared.OrganisationId;

/**
 * How handing over the lead of a case stands, for those who lead it.
 *
 * @param obstacle what must be ended before the lead can be offered: code of handover_obstacle
 * @param items the checklist that belongs to her: codes of handover_item
 * @param candidates who may lead it
 * @param latest the latest offer
 */
public record HandoverView(
        Optional<String> obstacle,
        OpenWork open,
        List<String> items,
        List<Candidate> candidates,
        Optional<Offer> latest) {

    /** The latest offer, where it waits for somebody. */
    public Optional<Offer> waiting() {
        return latest.filter(one -> one.state().undecided());
    }

    /**
     * An organisation that may lead.
     *
     * @param agreedTo the kinds of information that she agreed move to it; empty: she has not agreed that it leads
     */
    public record Candidate(OrganisationId organisation, String organisationName, Set<Category> agreedTo) {
        /** Whether that is what nobody leads without. */
        public boolean enough() {
            return agreedTo.containsAll(HandoverRules.NEEDED_TO_LEAD);
        }
    }

    /**
     * An offer as it was made.
     *
     * @param yours whether the reader offered it, and so does not let it go out
     * @param declineReason code of referral_decline_reason
     * @param withdrawReason code of handover_withdrawal
     */
    public record Offer(
            HandoverId id,
            HandoverState state,
            OrganisationId to,
            String toName,
            String reason,
            List<NewHandover.Item> items,
            Optional<String> message,
            Instant proposedAt,
            String proposedByName,
            boolean yours,
            Optional<Instant> approvedAt,
            Optional<String> approvedByName,
            Optional<Instant> expiresAt,
            Optional<Instant> decidedAt,
            Optional<String> declineReason,
            Optional<String> withdrawReason,
            Optional<String> sentBackWords) {}
}
