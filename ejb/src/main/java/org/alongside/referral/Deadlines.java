package org.alongside.referral;

import java.time.Duration;

/** Port to the decision table of deadlines by urgency (DL19, DL21), as it stands now. */
public interface Deadlines {
    ReferralDeadline forReferral(Urgency urgency);

    /**
     * One row of the table.
     *
     * @param remindAfter from sending to the reminder
     * @param respondWithin from sending to the time an answer is asked for
     * @param escalateAfter from sending to asking the coordinator
     * @param expireAfter from sending to running out
     */
    record ReferralDeadline(
            Duration remindAfter, Duration respondWithin, Duration escalateAfter, Duration expireAfter) {}
}
