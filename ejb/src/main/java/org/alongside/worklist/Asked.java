package org.alongside.worklist;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.ReferralId;
import org.alongside.worklist.WorkItem.AboutCase;

/**
 * Something that its reader asked of others and waits for; codes and names of organisations, never who it is for.
 *
 * @param status code of referral_status: PENDING_APPROVAL waits for a colleague, all others for the recipient
 * @param askedAt when it was sent, or handed in where it waits for approval
 * @param due by when the others must act; absent where they have no time set
 */
public record Asked(
        ReferralId referral,
        AboutCase about,
        String serviceType,
        String status,
        String recipientName,
        Instant askedAt,
        Optional<Instant> due) {}
