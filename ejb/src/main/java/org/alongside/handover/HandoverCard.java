package org.alongside.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.HandoverId;
import org.alongside.shared.OrganisationId;

/**
 * An offer to lead a case as the other organisation may know it: nothing that says who she is.
 *
 * @param reason code of handover_reason
 * @param ageBand code of age_band
 * @param openReferrals how much is under way
 * @param expiresAt until when it can be answered, UTC
 */
public record HandoverCard(
        HandoverId id,
        HandoverState state,
        OrganisationId from,
        String fromName,
        OrganisationId to,
        String toName,
        String reason,
        String ageBand,
        String sex,
        boolean child,
        String language,
        String interpreter,
        List<String> accessibility,
        String region,
        List<String> constraints,
        int openReferrals,
        int openSteps,
        int openHearings,
        Optional<Instant> offeredAt,
        Optional<Instant> expiresAt,
        Optional<Instant> decidedAt,
        Optional<String> declineReason) {

    boolean answerable(Instant now) {
        return state == HandoverState.OFFERED && expiresAt.filter(now::isBefore).isPresent();
    }
}
