package org.alongside.handover;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.HandoverId;
import org.alongside.shared.OrganisationId;

/** What happened to an offer of the lead: ids and instants only, told inside its transaction. */
public sealed interface HandoverEvent {
    HandoverId id();

    /** @param approveBy by when a supervisor is asked to let it go out */
    record HandoverProposed(HandoverId id, OrganisationId from, OrganisationId to, Instant approveBy)
            implements HandoverEvent {}

    /** @param changeBy by when the caseworker is asked to offer it anew or to let it be */
    record HandoverSentBack(HandoverId id, Instant changeBy) implements HandoverEvent {}

    /**
     * It went out.
     *
     * @param lookAt when it should have been answered
     */
    record HandoverOffered(HandoverId id, Instant lookAt, Instant expiresAt) implements HandoverEvent {}

    /** @param settleBy by when the old lead is asked to go on or to offer it to somebody else */
    record HandoverDeclined(HandoverId id, Instant settleBy) implements HandoverEvent {}

    /** Its offerer took it back, or it fell away with her word or with the case. */
    record HandoverWithdrawn(HandoverId id) implements HandoverEvent {}

    /** What came back was seen: the old lead goes on. */
    record HandoverSettled(HandoverId id) implements HandoverEvent {}

    /** @param subjects the case and its referrals, whose tasks are the new lead's from now on */
    record LeadHandedOver(HandoverId id, OrganisationId from, OrganisationId to, Set<UUID> subjects)
            implements HandoverEvent {
        public LeadHandedOver {
            subjects = Set.copyOf(subjects);
        }
    }
}
