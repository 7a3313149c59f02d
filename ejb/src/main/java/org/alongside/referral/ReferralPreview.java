package org.alongside.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.shared.Reason;

/**
 * What the recipient will see, reckoned by the same rules that will open it.
 *
 * @param before the card, as they will find it under Incoming
 * @param after what opens on acceptance, a line a shareable category
 * @param until when it closes by itself: the end of the consent
 * @param approval whether a second person looks first
 * @param approvalReason why, code of approval_reason
 * @param expiresAt when it would run out if it were sent now
 * @param against what stands against sending it now; empty where nothing does
 */
public record ReferralPreview(
        BeforeAcceptance before,
        List<AfterAcceptance> after,
        Optional<Instant> until,
        Approval approval,
        Optional<String> approvalReason,
        Instant expiresAt,
        List<Reason> against) {

    /** The card without identity. */
    public record BeforeAcceptance(
            String serviceType,
            Urgency urgency,
            String ageBand,
            String sex,
            boolean child,
            String language,
            String interpreter,
            List<String> accessibility,
            String region,
            List<String> constraints) {}

    /**
     * One kind of information on acceptance.
     *
     * @param agreed whether she agreed to share it with this organisation
     * @param chosen whether the sender chose to
     * @param keptBack what she keeps from this organisation, code of exclusion_part; empty where she keeps nothing of it
     * @param depth how deep the serving roles will see: NONE, EXISTENCE, MINIMUM or FULL
     * @param roles the roles that will see it
     */
    public record AfterAcceptance(
            Category category,
            boolean agreed,
            boolean chosen,
            Optional<String> keptBack,
            Depth depth,
            Set<String> roles) {}
}
