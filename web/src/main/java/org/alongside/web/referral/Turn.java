package org.alongside.web.referral;

import org.alongside.access.Permission;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView.Card;
import org.alongside.referral.ReferralView.Whole;
import org.alongside.web.casefile.Allowed;

/** What a referral asks of its reader first; the doors decide, this only puts the right question in front. */
public enum Turn {
    APPROVE,
    /** The reader asked for it and waits for somebody else to look at it. */
    OWN,
    REVIEW,
    ANSWER,
    /** It was sent back, to be changed and handed in again. */
    AGAIN,
    /** The consent under it ends or has ended, and she has to be asked again. */
    RENEW,
    NEXT,
    SAFETY,
    CONTACT,
    OUTCOME,
    /** It is the other side's turn, or nobody's. */
    WAIT;

    static Turn of(Whole referral, boolean ours, Allowed allowed) {
        return ours ? sender(referral, allowed) : recipient(referral.card(), allowed);
    }

    private static Turn sender(Whole referral, Allowed allowed) {
        ReferralStatus status = referral.card().status();
        if (status == ReferralStatus.PENDING_APPROVAL && allowed.ever(Permission.APPROVE_REFERRAL)) {
            return referral.submittedByMe() ? OWN : APPROVE;
        }
        if (status == ReferralStatus.DRAFT && allowed.ever(Permission.REFER_SURVIVOR)) {
            return AGAIN;
        }
        if (status == ReferralStatus.INFO_REQUESTED && allowed.ever(Permission.ANSWER_QUESTION)) {
            return ANSWER;
        }
        if (referral.reviewOpen() && allowed.ever(Permission.APPROVE_REFERRAL) && !referral.submittedByMe()) {
            return REVIEW;
        }
        if (referral.renewalOpen() && allowed.ever(Permission.REVOKE_REFERRAL)) {
            return RENEW;
        }
        if (referral.nextOpen() && allowed.ever(Permission.REFER_SURVIVOR)) {
            return NEXT;
        }
        return referral.safetyCheckOpen() && allowed.ever(Permission.ANSWER_QUESTION) ? SAFETY : WAIT;
    }

    private static Turn recipient(Card card, Allowed allowed) {
        if (!allowed.ever(Permission.SERVE_REFERRAL)) {
            return WAIT;
        }
        return switch (card.status()) {
            case ACCEPTED -> CONTACT;
            case IN_SERVICE -> OUTCOME;
            default -> WAIT;
        };
    }
}
