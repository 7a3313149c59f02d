package org.alongside.referral;

import java.util.EnumSet;
import java.util.Set;

/** Where a referral stands (code list referral_status), derived from its facts and never set by hand. */
public enum ReferralStatus {
    DRAFT,
    PENDING_APPROVAL,
    SENT,
    RECEIVED,
    INFO_REQUESTED,
    WAITLISTED,
    ACCEPTED,
    IN_SERVICE,
    COMPLETED,
    NO_SHOW,
    DECLINED,
    DECLINED_BY_SURVIVOR,
    REVOKED,
    EXPIRED,
    ENTERED_IN_ERROR;

    /** States in which the sender may revoke and the survivor may decline. */
    public static final Set<ReferralStatus> OPEN =
            EnumSet.of(DRAFT, PENDING_APPROVAL, SENT, RECEIVED, INFO_REQUESTED, WAITLISTED, ACCEPTED, IN_SERVICE);

    /** States in which the recipient has it, and it can go on under a newer consent. */
    public static final Set<ReferralStatus> UNDER_WAY =
            EnumSet.of(SENT, RECEIVED, INFO_REQUESTED, WAITLISTED, ACCEPTED, IN_SERVICE);

    /** States that last, and in which the sender is asked to renew a consent before it ends. */
    public static final Set<ReferralStatus> ENDS_WITH_CONSENT = EnumSet.of(WAITLISTED, ACCEPTED, IN_SERVICE);

    /** States in which the recipient may still answer. */
    public static final Set<ReferralStatus> ANSWERABLE = EnumSet.of(SENT, RECEIVED, INFO_REQUESTED, WAITLISTED);

    /** States in which the answer clock runs; opening the card or asking does not stop it. */
    public static final Set<ReferralStatus> CLOCK_RUNS = EnumSet.of(SENT, RECEIVED, INFO_REQUESTED);

    /** States in which what was shared is, or was last, open to the recipient. */
    public static final Set<ReferralStatus> OPENED = EnumSet.of(ACCEPTED, IN_SERVICE, COMPLETED);

    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
