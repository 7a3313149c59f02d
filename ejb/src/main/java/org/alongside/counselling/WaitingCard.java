package org.alongside.counselling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.ReferralId;

/**
 * Somebody who waits for counselling, as the card tells it: codes and no name.
 *
 * @param urgency code of referral_urgency
 * @param since when the house said that there is no place yet
 * @param lookAt when the house is asked again, UTC
 */
public record WaitingCard(
        ReferralId id,
        String urgency,
        String senderName,
        String ageBand,
        boolean child,
        String language,
        String interpreter,
        List<String> constraints,
        Instant since,
        Optional<Instant> lookAt) {}
